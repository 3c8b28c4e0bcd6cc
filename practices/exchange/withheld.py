"""What is withheld from whom, why, and what one can do: as owners stated it, and as it is usual. The two never mix."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from portal.core.languages import under_prefix
from portal.search.query import one_of
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind, SharingRung, WithholdingReason
from portal.taxonomy.tree import tree_of
from practices.exchange.asked import list_url
from practices.exchange.queries.withheld import steps_for
from practices.holdings.ladder import ASKED_FIRST, GROUPS, WITHHELD, rank_of
from practices.holdings.usual import usual_ladder

AUDIENCES = {
    key: (label, keys, first)
    for key, (label, keys), first in zip(
        ("public", "humanitarian", "named_organisations"), GROUPS, ASKED_FIRST, strict=True
    )
}
"""By what stands in addresses: words, keys of Audience, the one that the usual proposal speaks of."""
SHOWN_FIRST = "public"
KIND_NOT_SAID = gettext_lazy("kind of data not said")


@dataclass(frozen=True)
class WithheldRow:
    """A kind of data: the finest form that goes out, why not more, what one can do, in how many holdings; `is_demo`
    where all of these are fictional."""

    kind: str
    form: str
    is_nothing: bool
    reason: str
    next_step: str
    count: int
    url: str
    is_demo: bool


@dataclass(frozen=True)
class WithheldPage:
    """Context of templates/exchange/withheld.html. `usual` are pairs of a form and the kinds of data of which usually
    no finer one goes to the audience; `read` are the keys of the holdings whose details it shows."""

    audiences: list[tuple[str, str, bool]]
    audience: str
    notices: list[str]
    stated: list[WithheldRow]
    proposed: list[WithheldRow]
    usual: list[tuple[str, list[str]]]
    is_plain: bool
    read: frozenset[UUID]


def withheld_page(path, parameters: QueryDict, user) -> WithheldPage:
    """The page that an address asks for. Two queries."""
    now, notices = one_of(parameters, "audience", AUDIENCES)
    now = now or SHOWN_FIRST
    label, keys, first = AUDIENCES[now]
    steps = steps_for(user, keys)
    return WithheldPage(
        audiences=[_way(path, key, now) for key in AUDIENCES],
        audience=str(label),
        notices=notices,
        stated=rows_of([step for step in steps if step.is_stated]),
        proposed=rows_of([step for step in steps if not step.is_stated]),
        usual=usual_for(first),
        is_plain=not parameters,
        read=frozenset(step.holding for step in steps),
    )


def _way(path, key, now):
    """Words, address and whether it is on, of one audience."""
    return str(AUDIENCES[key][0]), list_url(path, audience="" if key == SHOWN_FIRST else key), key == now


def rows_of(steps):
    """A WithheldRow for each kind, form and reason; in the order of the kinds, what goes out least first."""
    found = defaultdict(set)
    for step in steps:
        found[step.kind, step.rung, step.reason].add((step.holding, step.is_demo))
    place = {node.pk: number for number, (node, _depth) in enumerate(tree_of(DataKind).in_order)}
    rungs, reasons = kept_terms(SharingRung), kept_terms(WithholdingReason)
    order = {pk: number for number, pk in enumerate(reasons)}
    keys = sorted(
        found, key=lambda key: (place.get(key[0], len(place)), -rank_of(rungs[key[1]]), order.get(key[2], len(order)))
    )
    return [_row(*key, found[key]) for key in keys]


def _row(kind, rung, reason, holdings):
    kind, rung = kept_terms(DataKind).get(kind), kept_terms(SharingRung)[rung]
    reason = kept_terms(WithholdingReason).get(reason)
    return WithheldRow(
        kind=kind.label if kind else str(KIND_NOT_SAID),
        form=rung.label,
        is_nothing=rung.key == WITHHELD,
        reason=reason.label if reason else "",
        next_step=reason.next_step if reason else "",
        count=len(holdings),
        url=list_url(under_prefix("/holdings/"), data_kind=kind.key) if kind else "",
        is_demo=all(is_demo for _, is_demo in holdings),
    )


def usual_for(audience):
    """Pairs of the label of a form and of the labels of the kinds of data of which usually no finer form goes to this
    audience (a key of Audience); least first, without the form that holds nothing back. It rests on the vocabularies'
    files alone: a kind that somebody added, for an entry perhaps, is told to who may know of the entry."""
    kinds = kept_terms(DataKind)
    below = [kinds[node.pk] for node, depth in tree_of(DataKind).in_order if depth]
    found = defaultdict(list)
    for step in usual_ladder([kind for kind in below if kind.is_current and kind.loaded]):
        if step.audience.key == audience and rank_of(step.rung) > 1:
            found[step.rung].append(step.data_kind.label)
    return [(rung.label, found[rung]) for rung in sorted(found, key=rank_of, reverse=True)]
