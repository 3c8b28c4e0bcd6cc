from .audit import AuditEntry
from .grant import Grant
from .identity import RecordIdentity
from .parties_wish import PartiesWish
from .restore_wish import RestoreWish
from .wish import AccessWish

__all__ = ["AccessWish", "AuditEntry", "Grant", "PartiesWish", "RecordIdentity", "RestoreWish"]
