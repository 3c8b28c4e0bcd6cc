"""What an event shows of the actions that began there: under each session, and in its row of the list."""

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from events.actions.models import FollowUpAction
from events.standing import born


def actions_by_session(event_key, user):
    """The actions that began at an event and of which `user` may know, as `events.standing.born` says them."""
    rows = FollowUpAction.objects.filter(origin_event=event_key).visible_to(user)
    return born(rows, key="key", session="session_key", began="created_at")


def open_actions(event_keys, user):
    """By the key of an event, how many open actions of which `user` may know stand on its list. One query."""
    rows = FollowUpAction.objects.open().of_events(event_keys).visible_to(user).order_by()
    counts = rows.annotate(event=Coalesce("carried_to", "origin_event")).values_list("event").annotate(Count("pk"))
    return {key: (_("Open actions"), str(count)) for key, count in counts}
