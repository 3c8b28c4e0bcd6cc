from .audit import AuditEntry
from .grant import Grant
from .identity import RecordIdentity
from .incident import Incident
from .owner_notice import OwnerNotice
from .parties_wish import PartiesWish
from .restore_wish import RestoreWish
from .wish import AccessWish

__all__ = [
    "AccessWish",
    "AuditEntry",
    "Grant",
    "Incident",
    "OwnerNotice",
    "PartiesWish",
    "RecordIdentity",
    "RestoreWish",
]
