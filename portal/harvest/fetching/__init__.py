"""Asks other sites, politely, and for nothing that only this machine may see."""

from .addresses import Refused
from .web import Fetched, fetch

__all__ = ["Fetched", "Refused", "fetch"]
