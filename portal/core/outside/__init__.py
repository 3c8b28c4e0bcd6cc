"""Other machines that the portal speaks to by itself: only at addresses that anybody may ask."""

from .addresses import Refused, Target, target_of, written_right
from .connecting import connection

__all__ = ["Refused", "Target", "connection", "target_of", "written_right"]
