"""Events and their programme."""

from .pages import EventIndexPage, EventPage
from .programme import EventContribution, EventSession
from .rows import EventLink, EventObjective, EventQuestion, InvitedSectors
from .versions import ProgrammeVersion

__all__ = [
    "EventContribution", "EventIndexPage", "EventLink", "EventObjective", "EventPage", "EventQuestion", "EventSession",
    "InvitedSectors", "ProgrammeVersion",
]  # fmt: skip
