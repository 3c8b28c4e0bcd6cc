"""The only writers of access: identity rows, wishes, grants, the audit log."""

from .audit import READ, REFUSED, forget_log, log, log_people
from .deciding import ChangedMeanwhile
from .first_content import organisations_changed, publish_from_sources, register_organisation
from .grants import end_grant, give_grant
from .identities import add_contributor, register_record, restrict_access, widen_access, with_levels, withdraw_record
from .merging import merge_parties, named_or_party
from .parties import approve_parties, ask_parties, changes_party, set_parties
from .resting import end_grants_resting_on, settle_grants, shorten_grants
from .restoring import approve_restore, ask_restore, restore_record
from .wishes import approve_wish, ask_access, if_granted, sensitivity_of

__all__ = [
    "READ", "REFUSED", "ChangedMeanwhile", "add_contributor", "approve_parties", "approve_restore", "approve_wish",
    "ask_access", "ask_parties", "ask_restore", "changes_party", "end_grant", "end_grants_resting_on", "forget_log",
    "give_grant", "if_granted", "log", "log_people", "merge_parties", "named_or_party", "organisations_changed",
    "publish_from_sources", "register_organisation", "register_record", "restore_record", "restrict_access",
    "sensitivity_of", "set_parties", "settle_grants", "shorten_grants", "widen_access", "with_levels",
    "withdraw_record",
]  # fmt: skip
