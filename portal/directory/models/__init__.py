from .erasure import ErasedAccount
from .invitation import Invitation
from .join_request import JoinBasis, JoinRequest, JoinState
from .member import Member, Membership
from .nomination import HandOver, Nomination
from .organisation import Organisation

__all__ = [
    "ErasedAccount", "HandOver", "Invitation", "JoinBasis", "JoinRequest", "JoinState", "Member", "Membership",
    "Nomination", "Organisation",
]  # fmt: skip
