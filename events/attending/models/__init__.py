from .invitation import EventInvitation
from .participant import Participant

__all__ = ["EventInvitation", "Participant"]
