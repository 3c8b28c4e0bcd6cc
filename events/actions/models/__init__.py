from .action import FollowUpAction
from .calendar_key import CalendarKey
from .update import ActionUpdate

__all__ = ["ActionUpdate", "CalendarKey", "FollowUpAction"]
