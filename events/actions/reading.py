"""Actions as lists and boards show them, for one reader: with how late each is, and what it came out of."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import FETCH_PEERS
from django.utils import timezone

from events.actions.models import FollowUpAction
from events.actions.rights import changeable, events_of
from events.actions.states import term_of
from portal.access.readers import VISITOR, reader_of
from portal.core.kept_reads import kept_read
from portal.linkage.ends import End, ends_of
from portal.records.shown import StateWord

LATE, STUCK = "late", "due"
TONES = {"blocked": STUCK}
SHOWN = (
    "key", "code", "slug", "title", "due_on", "state", "carried_over", "is_demo", "origin_event", "carried_to",
    "opened_by", "locale__language_code",
    *(f"organisation__{name}" for name in ("acronym", "name_en", "name_fr", "name_ar")),
)  # fmt: skip
"""The columns that a row and its rights need, of tables that have many."""
ICONS = {"open": "action", "in_progress": "edit", "blocked": "close", "done": "check", "dropped": "close"}


@dataclass(frozen=True)
class ActionRow:
    """One action in a list. `origin` is the event on whose list it stands, as far as the reader may know of it."""

    key: UUID
    code: str
    title: str
    url: str
    lang: str
    organisation: str
    due_on: date
    days_late: int
    state_key: str
    state: StateWord
    is_open: bool
    carried_over: int
    origin: End | None
    may_change: bool
    is_demo: bool


def state_word(state) -> StateWord:
    """The StateWord of a State, in the language of now."""
    return StateWord(term_of(state).label, ICONS[state], TONES.get(state, ""))


def rows_of(actions, user) -> dict[UUID, ActionRow]:
    """The ActionRow of each of these actions (a queryset or list), of which `user` may know, by key and in their order.
    At most four queries."""
    if not isinstance(actions, list):
        actions = list(actions.select_related("organisation", "locale").only(*SHOWN).fetch_mode(FETCH_PEERS))
    events = events_of(actions, user)
    ends, mine = ends_of(events), changeable(actions, user, events)
    today = timezone.localdate()
    return {each.key: _row(each, ends, each.pk in mine, today) for each in actions}


def rows_by_key(keys, user) -> dict[UUID, ActionRow]:
    """The same of the actions with these keys, as far as `user` may know of them; kept for who signed in."""

    def make():
        return rows_of(FollowUpAction.objects.visible_to(user).filter(key__in=keys), user)

    reader = reader_of(user)
    return make() if reader == VISITOR else kept_read("rows of actions", tuple(keys), reader, make)


def _row(action, ends, may_change, today):
    return ActionRow(
        key=action.key,
        code=action.code,
        title=action.title,
        url=action.get_absolute_url(),
        lang=action.locale.language_code,
        organisation=action.organisation.short_name,
        due_on=action.due_on,
        days_late=action.days_late(today),
        state_key=action.state,
        state=state_word(action.state),
        is_open=action.is_open,
        carried_over=action.carried_over,
        origin=ends.get(action.event_id),
        may_change=may_change,
        is_demo=action.is_demo,
    )
