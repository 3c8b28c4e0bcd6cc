"""For the report back: lines in an order, those that say the same joined to one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.capture.models import CapturedLine
from events.rights import runs
from portal.directory.rights import require


@transaction.atomic
def order_lines(*, event, session_key, keys, by):
    """Puts the lines of a session in the order of `keys`; those that are not named follow. Raises PermissionDenied for
    who does not run the event."""
    require(runs(by, event))
    lines = CapturedLine.objects.of(event, session_key).select_for_update(of=("self",)).in_bulk(keys)
    for place, key in enumerate(keys, 1):
        if key in lines:
            lines[key].position = place
    CapturedLine.objects.bulk_update(lines.values(), ["position"])


@transaction.atomic
def join_lines(*, event, session_key, keys, by) -> CapturedLine:
    """Makes one of several lines that say the same: the first in their order goes on, and is returned.

    Raises PermissionDenied for who does not run the event; ValidationError for fewer than two, and where an entry was
    made of more than one of them.
    """
    require(runs(by, event))
    ticked = CapturedLine.objects.of(event, session_key).filter(pk__in=keys)
    lines = list(ticked.standing().select_for_update(of=("self",)).in_order())
    if len(lines) == 1 and ticked.count() > 1 and not ticked.exclude(pk=lines[0].pk).exclude(joined_into=lines[0]):
        # The same was sent again: they are one already.
        return lines[0]
    if len(lines) < 2:
        raise ValidationError(_("Tick two or more lines that say the same."))
    made = [line for line in lines if line.became_id]
    if len(made) > 1:
        raise ValidationError(_("Entries were made of more than one of these lines already. They stay apart."))
    kept = made[0] if made else lines[0]
    others = [line.pk for line in lines if line is not kept]
    CapturedLine.objects.filter(pk__in=others).update(joined_into=kept)
    CapturedLine.objects.filter(joined_into__in=others).update(joined_into=kept)
    return kept


@transaction.atomic
def separate_line(*, line, by):
    """A line that was joined to another one stands for itself again. Raises PermissionDenied for who may not."""
    require(runs(by, line.event))
    CapturedLine.objects.filter(pk=line.pk).update(joined_into=None)
