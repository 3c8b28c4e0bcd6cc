"""What happened in each quarter, of what one reader may know of. Where each date comes from stands at its function; a
constant number of queries."""

from collections import defaultdict

from django.db.models import Q
from django.utils import timezone

from events.actions.enums import STILL_OPEN, Act, State
from events.actions.models import ActionUpdate, FollowUpAction
from portal.access.enums import Zone
from portal.access.models import AuditEntry, RecordIdentity
from portal.desk.progress.figures import Cell, Figure, Row
from portal.desk.progress.marks import StateMark
from portal.desk.progress.quarters import Quarter, last_quarters
from portal.records.confirming import CONFIRMED
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from practices.partnerships.models import IdeaChange, IdeaPage
from practices.platforms.models import FlowPage

COMPLETED, MET = "completed", "met"
AGREED, RUNNING = frozenset({"agreed", "pilot"}), frozenset({"running"})


def rows_of_quarters(user, today=None) -> list[Row]:
    """A Row for each of the last quarters, the newest first."""
    today = today or timezone.localdate()
    dated, since = _dated(user, today), _counted_since(user)
    return [
        Row(quarter.key, quarter.label, [_cell(figure, quarter, dated[figure], since.get(figure)) for figure in Figure])
        for quarter in last_quarters(today)
    ]


def _cell(figure, quarter, dated, since):
    """`since` is a date for what is counted from a day on, "" for what was never counted."""
    if since == "" or (since and quarter < Quarter.of(since)):
        return Cell(figure, None)
    keys = frozenset(key for key, day in dated if Quarter.of(day) == quarter)
    return Cell(figure, keys, since if since and quarter == Quarter.of(since) else None)


def _dated(user, today):
    """By Figure, pairs of an identity key and the day or moment on which it happened."""
    holdings = _real(DataHoldingPage, user)
    marks = _marks(user)
    return {
        Figure.LISTED: listed(holdings),
        Figure.CONFIRMED: confirmed(holdings),
        Figure.MET: came_into(marks["need"], {MET}),
        # What was agreed, became a pilot, or fell back to one, was not agreed again.
        Figure.AGREED: came_into(marks["flow"], AGREED, later=RUNNING),
        Figure.RUNNING: came_into(marks["flow"], RUNNING),
        Figure.COMPLETED: completed(user),
        **of_actions(user, today),
    }


def _real(model, user, **filters):
    return model.objects.filter(is_demo=False, **filters).visible_to(user)


def listed(holdings):
    """When a holding was published for the first time (`first_published_at`), of its first language. What is not listed
    any more is not counted for the past, either."""
    first = {}
    for key, at in holdings.order_by("-pk").values_list("translation_key", "first_published_at"):
        if at:
            first[key] = min(at, first.get(key, at))
    return list(first.items())


def confirmed(holdings):
    """When somebody said that a holding is still true: the lines of the audit log, since the page keeps the last day
    alone. Each holding once a quarter."""
    keys = set(holdings.values_list("translation_key", flat=True))
    rows = AuditEntry.objects.filter(action=CONFIRMED, identity__in=holdings.values("translation_key"))
    return [(key, at) for key, at in rows.values_list("identity", "at") if key in keys]


def _marks(user):
    """By kind, tuples of an entry, the state before, that after, and when it changed (StateMark)."""
    found = defaultdict(list)
    rows = StateMark.objects.filter(before__isnull=False, identity__in=_stated(user))
    for kind, *mark in rows.values_list("identity__kind", "identity", "before", "state", "at"):
        found[kind].append(mark)
    return found


def came_into(marks, states, later=frozenset()):
    """When entries came into one of these states out of one that is neither of them nor one of the `later` ones."""
    return [(key, at) for key, before, state, at in marks if state in states and before not in states | later]


def _stated(user):
    """The identities of needs and flows, of which the reader may know."""
    needs, flows = (_real(model, user).values("translation_key") for model in (DataNeedPage, FlowPage))
    return RecordIdentity.objects.filter(Q(pk__in=needs) | Q(pk__in=flows))


def _counted_since(user):
    """By Figure the day since which its states are noted at all, "" where none is: what came before is not known, and
    not nothing."""
    since = {}
    rows = StateMark.objects.filter(identity__in=_stated(user)).order_by("at", "pk")
    for kind, at in rows.values_list("identity__kind", "at"):
        since.setdefault(kind, timezone.localdate(at))
    flow = since.get("flow", "")
    return {Figure.MET: since.get("need", ""), Figure.AGREED: flow, Figure.RUNNING: flow}


def completed(user):
    """When an idea was said to be completed: its timeline. Ideas that nobody proposed are none."""
    ideas = _real(IdeaPage, user, is_illustrative=False).values("translation_key")
    rows = IdeaChange.objects.filter(state__key=COMPLETED, identity__in=ideas)
    return list(rows.values_list("identity", "at"))


def of_actions(user, today):
    """Done: when they came into that state, as long as they are in it. Late: due in the quarter, and not done by that
    day. Carried over: when, by their trail. All of them days of the details."""
    rows = FollowUpAction.objects.filter(is_demo=False).visible_to(user, Zone.DETAILS)
    known = list(rows.values_list("key", "state", "state_since", "due_on"))
    carried = ActionUpdate.objects.filter(act=Act.CARRY_OVER, action__in=rows.values("pk"))
    return {
        Figure.DONE: [(key, since) for key, state, since, _due in known if state == State.DONE],
        Figure.LATE: [(key, due) for key, state, since, due in known if _was_late(state, since, due, today)],
        Figure.CARRIED: list(carried.values_list("action__key", "at")),
    }


def _was_late(state, since, due, today):
    if state in STILL_OPEN:
        return due < today
    return state == State.DONE and timezone.localdate(since) > due
