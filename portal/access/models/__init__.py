from .audit import AuditEntry
from .grant import Grant
from .identity import RecordIdentity
from .wish import AccessWish

__all__ = ["AccessWish", "AuditEntry", "Grant", "RecordIdentity"]
