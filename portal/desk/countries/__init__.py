"""Countries, with what is known of each, and whom to ask there."""
