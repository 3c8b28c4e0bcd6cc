"""Owners of data are told before an entry about these, written by others, goes beyond the members, and answer."""
