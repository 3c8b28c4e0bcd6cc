"""Reviewing outside the admin: withdraw in one step, answer whether an entry is still true, the editors' week."""
