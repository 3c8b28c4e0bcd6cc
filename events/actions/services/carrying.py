"""From one event to the next: what is still open goes along, and everybody sees how often it did."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.actions.enums import Act
from events.actions.models import FollowUpAction
from events.actions.rights import changeable, runs
from portal.access.changes import announced_together
from portal.directory.rights import require

from .moving import moved


@transaction.atomic
def carry_over(*, actions, to_event, by):
    """Puts open actions on the list of another event (an identity), each with a count and an update; returns those that
    were carried. What is closed, or stands there already, stays as it is, so that doing it twice changes nothing.

    Who runs an event may change what stands on its list: so they take only what they may change already. Raises
    PermissionDenied unless `by` runs that event, and may know of every action and change it; ValidationError for what
    is no event.
    """
    if to_event.kind != "event":
        raise ValidationError(_("Actions are carried over to an event."))
    require(runs(by, to_event))
    wanted = {each.pk for each in actions}
    # In the order of their keys, so that two who carry at once never wait for each other.
    rows = list(FollowUpAction.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))
    require(FollowUpAction.objects.filter(pk__in=wanted).visible_to(by).count() == len(wanted))
    require(changeable(rows, by) == wanted)
    carried = [each for each in rows if each.is_open and each.event_id != to_event.pk]
    with announced_together():
        for action in carried:
            _carried(action, to_event, by)
    return carried


def _carried(action, to_event, by):
    before = action.event_id
    action.carried_to, action.carried_over = to_event, action.carried_over + 1
    moved(action, Act.CARRY_OVER, by=by, from_event_id=before, to_event=to_event)
