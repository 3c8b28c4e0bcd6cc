"""Answers of catalogues as `Described` data sets: what was read, and nothing of the portal's own words yet."""

from .described import Described, Unreadable

__all__ = ["Described", "Unreadable"]
