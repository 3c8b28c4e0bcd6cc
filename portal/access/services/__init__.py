"""The only writers of access: identity rows, wishes, grants, the audit log."""

from .audit import log
from .first_content import publish_from_sources, register_organisation
from .grants import end_grant, give_grant
from .identities import register_record, restrict_access, set_parties, widen_access, withdraw_record
from .wishes import approve_wish, ask_access

__all__ = [
    "approve_wish", "ask_access", "end_grant", "give_grant", "log", "publish_from_sources", "register_organisation",
    "register_record", "restrict_access", "set_parties", "widen_access", "withdraw_record",
]  # fmt: skip
