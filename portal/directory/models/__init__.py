from .member import Member, Membership
from .organisation import Organisation

__all__ = ["Member", "Membership", "Organisation"]
