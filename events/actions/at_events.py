"""What events show of their actions: under each session, in a row of the list, and of many events at once."""

from collections import defaultdict

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from events.actions.models import ActionUpdate, FollowUpAction
from events.additions import born


def actions_by_session(event_key, user):
    """The actions that began at an event and of which `user` may know, as `events.additions.born` says them."""
    rows = FollowUpAction.objects.begun_at([event_key]).visible_to(user)
    return born(rows, key="key", session="session_key", began="created_at")


def open_actions(event_keys, user):
    """By the key of an event, how many open actions of which `user` may know stand on its list. One query."""
    rows = FollowUpAction.objects.open().now_at(event_keys).visible_to(user).order_by()
    counts = rows.annotate(event=Coalesce("carried_to", "origin_event")).values_list("event").annotate(Count("pk"))
    return {key: (_("Open actions"), str(count)) for key, count in counts}


def each_ever_at(event_keys, actions):
    """Pairs of an event and an action, for each of these events on whose list one of `actions` (a queryset) stands or
    ever stood: what `ever_at` says of one event. Two queries."""
    passed = defaultdict(set)
    updates = ActionUpdate.objects.filter(from_event__in=event_keys, action__in=actions.values("pk"))
    for action, event in updates.values_list("action", "from_event"):
        passed[action].add(event)
    for action in actions.only("key", "state", "due_on", "origin_event", "carried_to"):
        for event in {action.origin_event_id, action.carried_to_id, *passed[action.pk]} & set(event_keys):
            yield event, action
