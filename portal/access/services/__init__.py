"""The only writers of access: identity rows, wishes, grants, the audit log."""

from .audit import READ, REFUSED, forget_log, log, log_people
from .deciding import ChangedMeanwhile
from .first_content import organisations_changed, publish_from_sources, register_organisation
from .grants import end_grant, give_grant
from .identities import (
    add_contributor,
    add_contributors_of,
    identity_to_be,
    register_record,
    restrict_access,
    take_reserved,
    widen_access,
    with_levels,
    withdraw_record,
)
from .incidents import close_incident, forget_incidents, may_report, report_incident
from .merging import merge_parties, named_or_party
from .owners import OwnersWait, answer_owner, require_owners, tell_owners, tell_untold
from .parties import approve_parties, ask_parties, changes_party, set_parties
from .resting import end_grants_resting_on, settle_grants, shorten_grants
from .restoring import approve_restore, ask_restore, may_ask_back, restore_record
from .wishes import approve_wish, ask_access, if_granted, sensitivity_of

__all__ = [
    "READ", "REFUSED", "ChangedMeanwhile", "OwnersWait", "add_contributor", "add_contributors_of", "answer_owner",
    "approve_parties", "approve_restore",
    "approve_wish", "ask_access", "ask_parties", "ask_restore", "changes_party", "close_incident",
    "end_grant", "end_grants_resting_on", "forget_incidents", "forget_log", "give_grant", "identity_to_be",
    "if_granted", "log", "log_people", "may_ask_back", "may_report", "merge_parties", "named_or_party",
    "organisations_changed",
    "publish_from_sources", "register_organisation", "register_record", "report_incident", "require_owners",
    "restore_record",
    "restrict_access", "sensitivity_of", "set_parties", "settle_grants", "shorten_grants", "take_reserved",
    "tell_owners",
    "tell_untold", "widen_access", "with_levels", "withdraw_record",
]  # fmt: skip
