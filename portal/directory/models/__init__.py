from .invitation import Invitation
from .join_request import JoinBasis, JoinRequest, JoinState
from .member import Member, Membership
from .nomination import Erasure, HandOver, Nomination
from .organisation import Organisation

__all__ = [
    "Erasure", "HandOver", "Invitation", "JoinBasis", "JoinRequest", "JoinState", "Member", "Membership",
    "Nomination", "Organisation",
]  # fmt: skip
