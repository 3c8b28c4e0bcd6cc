"""What is done with actions: each function is one act, asked of the rights, and leaves one update."""

from .carrying import carry_over
from .changing import change_due, edit_action, hand_on
from .opening import bring_action, open_action, register_action
from .reporting import report_progress
from .several import change_several

__all__ = [
    "bring_action", "carry_over", "change_due", "change_several", "edit_action", "hand_on", "open_action",
    "register_action", "report_progress",
]  # fmt: skip
