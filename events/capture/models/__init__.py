"""What is captured on the day of an event: lines, sheets, and the codes by which people without an account write."""

from .code import EventCode
from .line import CapturedLine, LineVersion
from .sheet import Sheet, SheetRow

__all__ = ["CapturedLine", "EventCode", "LineVersion", "Sheet", "SheetRow"]
