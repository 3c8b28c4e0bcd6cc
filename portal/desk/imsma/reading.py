"""What part of IMSMA may go to whom: what is usual for each kind of its data, and what owners stated, never mixed."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Audience, DataKind, SharingRung
from portal.taxonomy.tree import tree_of
from practices.holdings.answers import is_of_mine_action, mine_action_kinds, readable_holdings
from practices.holdings.ladder import ASKED_FIRST, GROUPS, rank_of
from practices.holdings.models import SharingStep
from practices.holdings.usual import usual_ladder


@dataclass(frozen=True)
class Stated:
    """A form that owners stated for an audience, and for how many holdings; `part` (in `lang`) where they spoke of a
    part only; `is_demo` where the holdings are fictional."""

    form: str
    holdings: int
    part: str = ""
    lang: str = ""
    is_demo: bool = False


@dataclass(frozen=True)
class ForAudience:
    """What one audience may get of a kind of data: usually, as a proposal, and as owners stated."""

    audience: str
    usual: str
    stated: tuple[Stated, ...]


@dataclass(frozen=True)
class ImsmaRow:
    """A kind of data with its three audiences; a broad kind stands before the narrower ones in it."""

    key: str
    label: str
    is_broad: bool
    audiences: tuple[ForAudience, ...]


def imsma_for(user, country=None) -> list[ImsmaRow]:
    """A row for each kind of mine action data, in the vocabulary's order. What owners stated is taken from the holdings
    whose details `user` may read, of one country (its key) where that is given. Two queries.

    Who shows it notes the reading: `keys_read`.
    """
    stated = _stated(readable_holdings(user, country))
    kinds = _kinds({kind for kind, _ in stated})
    usual = {(step.data_kind.pk, step.audience.key): step.rung.label for step in usual_ladder(kinds)}
    return [
        ImsmaRow(
            key=kind.key,
            label=kind.label,
            is_broad=kind.parent_id is None,
            audiences=tuple(
                ForAudience(str(label), usual[kind.pk, asked], tuple(stated.get((kind.pk, number), ())))
                for number, ((label, _), asked) in enumerate(zip(GROUPS, ASKED_FIRST, strict=True))
            ),
        )
        for kind in kinds
    ]


@dataclass(frozen=True)
class ImsmaPart:
    """The rows of one broad kind of data, and of how many of them owners have stated something."""

    label: str
    rows: list[ImsmaRow]

    @property
    def stated(self):
        return sum(any(cell.stated for cell in row.audiences) for row in self.rows)


def parts_of(rows) -> list[ImsmaPart]:
    """The ImsmaRows by the broad kinds that they belong to, in their order."""
    tree, found = tree_of(DataKind), {}
    for row in rows:
        broad = next(iter(tree.ancestors(tree.by_key[row.key].pk)))
        found.setdefault(broad.pk, ImsmaPart(broad.label, [])).rows.append(row)
    return list(found.values())


def _kinds(stated):
    """The kinds of the vocabulary's file, and those others of which (by primary key) something is stated."""
    shown = {kind.pk for kind in mine_action_kinds()} | stated
    return [kind for pk, kind in kept_terms(DataKind).items() if pk in shown and is_of_mine_action(kind)]


def keys_read(user, country=None) -> list[UUID]:
    """The keys of the holdings whose details the rows tell. One query."""
    steps = SharingStep.objects.filter(holding=OuterRef("pk"), is_stated=True)
    return list(readable_holdings(user, country).filter(Exists(steps)).values_list("translation_key", flat=True))


def _stated(holdings):
    """By kind (its primary key) and the number of the audience's group, what was stated, the finest form first."""
    steps = SharingStep.objects.filter(is_stated=True, holding__in=holdings.values("pk")).order_by()
    # A step of no kind speaks of all kinds of its holding.
    found = [
        *_counted(steps.filter(data_kind__isnull=False), "data_kind"),
        *_counted(steps.filter(data_kind=None, holding__data_kinds__isnull=False), "holding__data_kinds"),
    ]
    audiences, rungs, stated = kept_terms(Audience), kept_terms(SharingRung), defaultdict(list)
    found.sort(key=lambda row: (rank_of(rungs[row[2]]), row[3]))
    for kind, audience, rung, part, lang, is_demo, number in found:
        group = _group(audiences[audience])
        if group is not None:
            stated[kind, group].append(Stated(rungs[rung].label, number, part, lang if part else "", is_demo))
    return stated


def _counted(steps, kind):
    columns = (kind, "audience", "rung", "part", "holding__locale__language_code", "holding__is_demo")
    return steps.values_list(*columns).annotate(number=Count("holding", distinct=True))


def _group(audience):
    return next((number for number, (_, keys) in enumerate(GROUPS) if audience.key in keys), None)
