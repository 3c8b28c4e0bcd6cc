"""The ideas by state, as one reader may see them."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import enumerated, under_prefix
from portal.linkage.ends import End, ends_for
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import IdeaState
from practices.partnerships.missing import missing_of
from practices.partnerships.models import IdeaChange, IdeaPage
from practices.partnerships.partners import answers_to, committed, partners_of, sought
from practices.partnerships.plan import next_due, plan_of
from practices.partnerships.rights import IDEA
from practices.partnerships.row import ILLUSTRATIVE
from practices.partnerships.states import PROPOSED, state_of_key

MOST = 12
"""Ideas shown of one state; the list has all of them."""


@dataclass(frozen=True)
class Card:
    """An idea on the board; of its details only what the reader may read."""

    end: End
    note: str
    is_demo: bool
    facts: list
    joined: list
    missing: list


@dataclass(frozen=True)
class Column:
    """The ideas in one state, those first that came there last; `total` counts all that the reader may know of."""

    state: IdeaState
    total: int
    ideas: list

    @property
    def more(self):
        """How many are not shown."""
        return self.total - len(self.ideas)

    @property
    def list_url(self):
        return f"{under_prefix('/partnerships/')}?{urlencode({'state': self.state.key})}"


def board_for(user) -> list[Column]:
    """The Columns in the order of the states: the open ones, and of the others those that hold something. A constant
    number of queries."""
    by_state, since = defaultdict(list), {}
    for key, state, at in _known(user):
        by_state[state or state_of_key(PROPOSED).pk].append(key)
        since[key] = at
    shown = {key for keys in by_state.values() for key in keys[:MOST]}
    cards = _cards(shown, since, user)
    return [
        Column(state, len(by_state[pk]), [cards[key] for key in by_state[pk][:MOST] if key in cards])
        for pk, state in kept_terms(IdeaState).items()
        if pk in by_state or state.flag("is_open")
    ]


def _known(user):
    """Tuples of key, primary key of the state (None while it had no step) and since when, the latest first."""
    published = IdeaPage.objects.live().filter(translation_key=OuterRef("pk"))
    last = IdeaChange.objects.filter(identity=OuterRef("pk")).order_by("-pk")
    rows = RecordIdentity.objects.visible_to(user).filter(Exists(published), kind=IDEA)
    first_published = published.order_by("pk").values("first_published_at")[:1]
    rows = rows.annotate(
        state=Subquery(last.values("state")[:1]), at=Subquery(last.values("at")[:1]), began=Subquery(first_published)
    )
    found = [(key, state, at or began) for key, state, at, began in rows.values_list("pk", "state", "at", "began")]
    return sorted(found, key=lambda each: (-each[2].timestamp(), each[0]))


def _cards(keys, since, user):
    readable = set(
        RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk__in=keys).values_list("pk", flat=True)
    )
    rows = ("joins", "steps", "organisations__organisation", "organisations__role")
    pages = {}
    for page in IdeaPage.objects.live().filter(translation_key__in=keys).order_by("-pk").prefetch_related(*rows):
        pages[page.translation_key] = page
    targets = {row.target_id for key in readable for row in pages[key].joins.all() if row.target_id}
    ends, answers = ends_for({*keys, *targets}, user), answers_to(readable)
    return {
        key: _card(page, since[key], ends, answers.get(key, {}), key in readable)
        for key, page in pages.items()
        if key in ends
    }


def _card(page, since, ends, answers, is_readable):
    facts = [(_("Since"), date_format(timezone.localdate(since), "j F Y"))]
    if looking_for := enumerated(str(each) for each in page.looking_for):
        facts.append((_("Looking for"), looking_for))
    joined, missing = [], []
    if is_readable:
        partners, steps = partners_of(page, answers), plan_of(page)
        joined = [ends[row.target_id] for row in page.joins.all() if row.target_id in ends]
        facts += _of_details(partners, steps)
        kinds = {end.kind for end in joined}
        missing = missing_of(looking_for=page.looking_for, kinds_joined=kinds, partners=partners, steps=steps)
    note = str(ILLUSTRATIVE) if page.is_illustrative else ""
    return Card(ends[page.key], note, page.is_demo, facts, joined, missing)


def _of_details(partners, steps):
    if partners:
        numbers = {"committed": len(committed(partners)), "sought": len(sought(partners))}
        yield _("Partners"), _("%(committed)d committed of %(sought)d sought") % numbers
    if day := next_due(steps):
        yield _("Next step due"), date_format(day, "j F Y")
