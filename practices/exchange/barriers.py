"""What stands in the way of requests: why they were refused or got no answer, by kind of data and region, and what one
can do. The counts are the same for everyone; the cases and practices are those that the reader may know of."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from portal.core.languages import under_prefix
from portal.search.figures import Figures
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import BarrierKind, DataKind, Region, WithholdingReason
from portal.taxonomy.tree import tree_of
from practices.exchange.asked import list_url
from practices.exchange.quarters import first_day, quarter_of, told_on
from practices.exchange.queries.refusals import cases_told_on
from practices.exchange.releasing import CASES, HOLDERS, Place, counts_to_tell

PATHS = {"case_study": "/case-studies/", "practice": "/practices/"}


@dataclass(frozen=True)
class Answers:
    """How many case studies met a kind of barrier and how many practices answer it, with the list of each; "" for a
    list that would be empty."""

    cases: int
    cases_url: str
    practices: int
    practices_url: str


@dataclass(frozen=True)
class Reason:
    """A reason, the barrier it counts as, and what one can do. `count` is None where none may be told; `share` is that
    of the largest count, from 0 to 100."""

    label: str
    barrier: str
    next_step: str
    count: int | None
    share: int
    answers: Answers


@dataclass(frozen=True)
class Grid:
    """The counts of a reason by kind of data (rows, with their sums) and region (columns); None where none is told.
    `has_sums`: there is more than one count. `is_plain`: neither kinds nor regions are told apart."""

    label: str
    columns: list[str]
    rows: list[tuple[str, list[int | None], int]]
    sums: list[int]
    total: int
    has_sums: bool
    is_plain: bool


@dataclass(frozen=True)
class BarriersPage:
    """Context of templates/exchange/barriers.html. What happened from `since` on is counted, until the day `until`."""

    since: date
    until: date
    reasons: list[Reason]
    grids: list[Grid]
    total: int
    holdings_url: str
    least_cases: int = CASES
    least_holders: int = HOLDERS

    @property
    def counted(self) -> list[Reason]:
        """The reasons with a number, the most frequent first."""
        return [each for each in self.reasons if each.count is not None]

    @property
    def uncounted(self) -> list[Reason]:
        """The others: nobody can tell from the page whether they were given rarely or never."""
        return [each for each in self.reasons if each.count is None]


def counts_on(today: date) -> Counter[Place]:
    """How many requests are told of on a day at each Place; the same for everyone. Three queries."""
    return counts_to_tell(cases_told_on(today))


def barriers_page(user, today: date) -> BarriersPage:
    """The page of a day, for one reader. A constant number of queries."""
    told, figures = counts_on(today), Figures(user)
    totals = Counter()
    for place, count in told.items():
        totals[place.reason] += count
    return BarriersPage(
        since=first_day(told_on(today).start),
        until=first_day(quarter_of(today)),
        reasons=_reasons(totals, figures),
        grids=[_grid(pk, told) for pk in _by_count(totals)],
        total=sum(totals.values()),
        holdings_url=under_prefix("/holdings/"),
    )


def _by_count(totals):
    """The reasons of which something is told, the most frequent first; last, what is not told apart."""
    order = {pk: number for number, pk in enumerate(kept_terms(WithholdingReason))}
    return sorted(totals, key=lambda pk: (pk is None, -totals[pk], order.get(pk)))


def _reasons(totals, figures):
    """Every Reason of the vocabulary that somebody can still choose, or of which something is told."""
    terms = kept_terms(WithholdingReason)
    shown = [pk for pk in _by_count(totals) if pk is not None]
    others = [pk for pk, term in terms.items() if pk not in shown and term.is_current and term.loaded]
    most = max((totals[pk] for pk in shown), default=0)
    return [_reason(terms[pk], totals.get(pk), most, figures) for pk in [*shown, *others]]


def _reason(term, count, most, figures):
    barrier = tree_of(BarrierKind).by_key.get(term.attributes.get("counts_as"))
    return Reason(
        label=term.label,
        barrier=barrier.label if barrier else "",
        next_step=term.next_step,
        count=count,
        share=100 * count // most if count else 0,
        answers=_answers(barrier, figures),
    )


def _answers(barrier, figures):
    counts = {kind: figures.count(kind, "barrier", barrier.key) if barrier else 0 for kind in PATHS}
    urls = {
        kind: list_url(under_prefix(path), barrier=barrier.key) if counts[kind] else "" for kind, path in PATHS.items()
    }
    return Answers(counts["case_study"], urls["case_study"], counts["practice"], urls["practice"])


def _grid(reason, told):
    """The Grid of a reason (its primary key, None where reasons are not told apart)."""
    counts = {(place.kind, place.region): count for place, count in told.items() if place.reason == reason}
    kinds = _in_order(tree_of(DataKind), {kind for kind, _region in counts})
    regions = _in_order(tree_of(Region), {region for _kind, region in counts})
    rows = [[counts.get((kind, region)) for region in regions] for kind in kinds]
    return Grid(
        label=kept_terms(WithholdingReason)[reason].label if reason else _("Reasons that cannot be told apart"),
        columns=[_named(Region, region) for region in regions],
        rows=[(_named(DataKind, kind), row, _sum(row)) for kind, row in zip(kinds, rows, strict=True)],
        sums=[_sum(column) for column in zip(*rows, strict=True)],
        total=sum(counts.values()),
        has_sums=len(counts) > 1,
        is_plain=set(counts) == {(None, None)},
    )


def _in_order(tree, pks):
    """In the order of the vocabulary; what is not told apart stands last."""
    return [node.pk for node, _depth in tree.in_order if node.pk in pks] + [None] * (None in pks)


def _named(model, pk):
    if pk is not None:
        return tree_of(model).by_pk[pk].label
    return _("Kinds not told apart") if model is DataKind else _("Regions not told apart")


def _sum(counts):
    return sum(count for count in counts if count)
