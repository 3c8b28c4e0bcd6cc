"""A workshop of two days from its first invitation to the workshop after it, by its pages, over a line that drops."""
