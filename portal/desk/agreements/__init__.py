"""Ending an agreement."""
