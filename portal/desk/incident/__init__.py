"""“It has leaked”: one page, or one command, withdraws an entry, says who saw it, and writes the incident down."""
