"""What people say of a match: it fits, it does not, somebody has asked already."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.readers import reader_of
from practices.needs.models import MatchMark


@transaction.atomic
def mark_match(*, need: RecordIdentity, holding: RecordIdentity, mark: str, reason: str = "", by) -> MatchMark:
    """Keeps what `by` says of the two; the last word of each pair counts, and it outlives every renewal.

    Raises PermissionDenied for who is neither member nor editor or may not read the details of both, and
    ValidationError for a mark that there is not, or one of “does not fit” without a reason.
    """
    if not may_mark(by, need, holding):
        raise PermissionDenied
    row = MatchMark.objects.select_for_update().filter(need=need, holding=holding).first()
    row = row or MatchMark(need=need, holding=holding)
    row.mark, row.reason, row.by, row.on = mark, reason.strip(), by, timezone.now()
    row.full_clean(validate_unique=False)
    row.save()
    return row


def may_mark(user, need, holding):
    """Whether a person may say whether the two fit: members and editors who may read the details of both."""
    reader = reader_of(user)
    is_one_of_us = reader.is_member or reader.is_editor
    return is_one_of_us and all(can(user, Action.READ, side) for side in (need, holding))
