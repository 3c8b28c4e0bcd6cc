from .erasure import ErasedAccount
from .member import Member, Membership
from .organisation import Organisation

__all__ = ["ErasedAccount", "Member", "Membership", "Organisation"]
