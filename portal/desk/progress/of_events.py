"""What came of each event so far, of what one reader may know of: how it stands today, so that all of it is known."""

from collections import defaultdict

from django.utils import timezone

from events.actions.at_events import each_ever_at
from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.additions import declared_at
from events.models import EventPage
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language, under_prefix
from portal.desk.progress.figures import Cell, Figure, Row
from portal.desk.progress.of_quarters import AGREED, COMPLETED, MET, RUNNING
from portal.linkage.queries import readable_links
from portal.records.addresses import path_of
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from practices.partnerships.models import IdeaPage
from practices.partnerships.states import stands_of
from practices.platforms.models import FlowPage

MOST = 50
CAME_FROM = ("presented_at", "results_from")


def rows_of_events(user, today=None) -> list[Row]:
    """A Row for each real event, the last one first, at most fifty. A constant number of queries."""
    today = today or timezone.localdate()
    pages = _events(user)
    keys = _behind(set(pages), user, today)
    codes = dict(RecordIdentity.objects.filter(pk__in=pages).values_list("pk", "code"))
    return [
        Row(
            key=codes[key], label=page.title, url=under_prefix(path_of(page)), lang=page.locale.language_code,
            cells=[Cell(figure, frozenset(keys[figure, key])) for figure in Figure],
        )
        for key, page in pages.items()
    ]  # fmt: skip


def _events(user):
    rows = EventPage.objects.filter(is_demo=False, starts_on__isnull=False).visible_to(user).select_related("locale")
    found = {}
    for page in rows.order_by("-starts_on", "pk"):
        if page.key not in found or page.locale.language_code == reading_language():
            found[page.key] = page
    return dict(list(found.items())[:MOST])


def _behind(events, user, today):
    """By Figure and key of an event, the keys of the entries that are counted."""
    found = defaultdict(set)
    linked = _linked(events, user)
    for figure, keys in _of_links(linked.keys(), user).items():
        for key in keys:
            for event in linked[key]:
                found[figure, event].add(key)
    for event, key in _completed_ideas(events, user):
        found[Figure.COMPLETED, event].add(key)
    for figure, event, key in _actions(events, user, today):
        found[figure, event].add(key)
    return found


def _linked(events, user):
    """By the key of an entry, the events of which it says, or which say of it, that it was presented there or results
    from it; as far as the reader may read who says so."""
    rows = readable_links(user).filter(kind__key__in=CAME_FROM)
    ends = rows.filter(target__in=events).values_list("record__translation_key", "target_id")
    said = rows.filter(record__translation_key__in=events).values_list("target_id", "record__translation_key")
    found = defaultdict(set)
    for key, event in [*ends, *said, *_declared(events, user)]:
        found[key].add(event)
    return found


def _declared(events, user):
    """Pairs of an entry, whose details the reader may read, and the event at which it was declared."""
    pairs = declared_at(events)
    keys = {key for _event, key in pairs}
    read = set(RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk__in=keys).values_list("pk", flat=True))
    return [(key, event) for event, key in pairs if key in read]


def _of_links(keys, user):
    """By Figure, which of these count today: by the cards of what the reader may know of."""
    holdings, needs, flows = (
        model.objects.filter(is_demo=False, translation_key__in=keys).visible_to(user)
        for model in (DataHoldingPage, DataNeedPage, FlowPage)
    )
    by_flow = dict(flows.values_list("translation_key", "state__key"))
    told = dict(holdings.values_list("translation_key", "reviewed_on"))
    return {
        Figure.LISTED: set(told),
        Figure.CONFIRMED: {key for key, day in told.items() if day},
        Figure.MET: set(needs.filter(state__key=MET).values_list("translation_key", flat=True)),
        Figure.AGREED: {key for key, state in by_flow.items() if state in AGREED},
        Figure.RUNNING: {key for key, state in by_flow.items() if state in RUNNING},
    }


def _completed_ideas(events, user):
    """Pairs of an event and an idea that was born there (which is of its details) and is completed now."""
    ideas = IdeaPage.objects.filter(is_demo=False, is_illustrative=False, born_event__in=events)
    born = dict(ideas.visible_to(user, Zone.DETAILS).values_list("translation_key", "born_event"))
    stands = stands_of(born)
    return [(event, key) for key, event in born.items() if stands[key].state.key == COMPLETED]


def _actions(events, user, today):
    """Tuples of a Figure, an event and an action, as the page of the event counts them (`events.actions.figures`)."""
    rows = FollowUpAction.objects.ever_at(events).filter(is_demo=False).visible_to(user)
    for event, action in each_ever_at(events, rows):
        if action.state == State.DONE:
            yield Figure.DONE, event, action.key
        elif action.days_late(today):
            yield Figure.LATE, event, action.key
        if action.event_id != event:
            yield Figure.CARRIED, event, action.key
