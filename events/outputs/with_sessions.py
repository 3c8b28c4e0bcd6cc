"""What a list of outputs says of where each comes from: for each reader, since it names another entry."""

from dataclasses import replace

from django.apps import apps
from django.utils.translation import gettext as _

from events.programme import sessions_of
from portal.access.enums import Zone


def with_sessions(listing, user):
    """The Listing with session and event in each row, for who may read the output's details and those of the event.
    Three queries, however many rows."""
    # By its name: the module of the model makes its lists with this.
    outputs = apps.get_model("outputs", "OutputPage").objects
    pages = outputs.filter(translation_key__in=[hit.key for hit in listing.hits], session__isnull=False)
    rows = pages.visible_to(user, Zone.DETAILS).order_by("-pk")
    named = {key: names for key, *names in rows.values_list("translation_key", "event", "session")}
    sessions = sessions_of({event for event, _session in named.values()}, user) if named else {}
    return replace(listing, hits=[_told(hit, sessions.get(tuple(named.get(hit.key, ())))) for hit in listing.hits])


def _told(hit, end):
    if end is None:
        return hit
    return replace(hit, facts=[*hit.facts, (_("Session"), end.title), (_("Event"), end.event_title)])
