"""Organisations, and where those went that were doubles of others."""
