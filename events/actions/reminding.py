"""Before an action is due, and after, who does it is reminded; once a week who runs its event hears what is late."""

from datetime import timedelta

from django.utils import timezone

from events.actions.models import FollowUpAction
from events.actions.rights import who_run
from events.actions.telling import LATE, tell_due
from portal.access.models import RecordIdentity
from portal.core.signed_links import path_in_english
from portal.notifications.posting import tell

STAGES = (14, 3, -1, -7, -30)
"""Days left (late: below zero) on which who does it is reminded."""


def remind(today=None) -> int:
    """Tells whoever has to hear today; returns how many mails are new. However often it runs, each goes once."""
    today = today or timezone.localdate()
    return remind_of_due(today) + remind_of_late(today)


def remind_of_due(today) -> int:
    """Of several stages that have passed only the last counts; none that had passed before the action was there."""
    near = FollowUpAction.objects.open().filter(due_on__lte=today + timedelta(days=max(STAGES)))
    rows = near.select_related("organisation", "person", "locale").order_by("due_on", "code")
    staged = ((each, _stage(each, today)) for each in rows)
    return sum(tell_due(each, stage) for each, stage in staged if stage is not None)


def remind_of_late(today) -> int:
    """One mail a week and event to each who runs it, as long as something is late there."""
    late = FollowUpAction.objects.late(today).exclude(origin_event=None, carried_to=None)
    events = {each.event_id for each in late.only("origin_event", "carried_to")}
    week = f"{today:%G-W%V}"
    identities = RecordIdentity.objects.select_related("owner", "custodian").filter(pk__in=events, withdrawn_at=None)
    return sum(_tell_late(identity, week) for identity in identities.order_by("code"))


def _tell_late(identity, week):
    facts = {"event": identity.pk.hex, "path": path_in_english("actions:of-event", identity.code)}
    event = f"{LATE}:{identity.code}:{week}"
    return tell(kind=LATE, event=event, people=who_run(identity), record=identity.pk, facts=facts)


def _stage(action, today):
    """The last of STAGES that was reached; None before the first, and when the action is younger than that day."""
    left = (action.due_on - today).days
    reached = [stage for stage in STAGES if stage >= left]
    if not reached:
        return None
    day = action.due_on - timedelta(days=min(reached))
    return min(reached) if day > timezone.localdate(action.created_at) else None
