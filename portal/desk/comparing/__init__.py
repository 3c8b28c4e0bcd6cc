"""A few entries side by side."""
