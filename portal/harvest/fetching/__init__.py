"""Asks other sites, politely, and for nothing that only this machine may see."""

from portal.core.outside import Refused

from .web import Fetched, fetch

__all__ = ["Fetched", "Refused", "fetch"]
