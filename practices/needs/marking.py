"""What people say of a match: it fits, it does not, somebody has asked already."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.readers import takes_part
from portal.access.services import log
from practices.needs.models import MatchMark

MARKED = "match marked"
"""Action of the audit log."""


@transaction.atomic
def mark_match(*, need: RecordIdentity, holding: RecordIdentity, mark: str, reason: str = "", by) -> MatchMark:
    """Keeps what `by` says of the two; the last word of each pair counts, and it outlives every renewal.

    Raises PermissionDenied for who is neither member nor editor or may not read the details of both, and
    ValidationError, by field, for a mark that there is not, one of “does not fit” without a reason, and a reason with
    something in it that not every member may read.
    """
    if not may_mark(by, need, holding):
        raise PermissionDenied
    said = MatchMark(need=need, holding=holding, mark=mark, reason=reason.strip(), by=by, on=timezone.now())
    # That there is one of each pair already is no mistake of who speaks: the next line sees to it.
    said.full_clean(validate_unique=False, validate_constraints=False)
    values = {"mark": said.mark, "reason": said.reason, "by": by, "on": said.on}
    row, _is_new = MatchMark.objects.update_or_create(need=need, holding=holding, defaults=values)
    # A line of no record: who sees the log of the one may not know of the other.
    log(MARKED, by=by, need=need.code, holding=holding.code, mark=said.mark, reason=said.reason)
    return row


def may_mark(user, need, holding):
    """Whether a person may say whether the two fit: members and editors who may read the details of both."""
    return takes_part(user) and all(can(user, Action.READ, side) for side in (need, holding))
