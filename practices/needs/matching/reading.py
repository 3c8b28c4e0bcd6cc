"""Reads the facts of many records in a few queries, past the pages: a need or a holding is a dozen columns here."""

from collections.abc import Iterable
from uuid import UUID

from portal.directory.models import Organisation
from portal.taxonomy.models import DataKind
from practices.holdings.models import DataHoldingPage, HoldingUse, SharingStep
from practices.needs.models import DataNeedPage
from practices.needs.row import ASKS
from practices.needs.states import REFUSED, STILL_OPEN

from .facts import HoldingFacts, NeedFacts, Step
from .published import Published
from .scales import scales

HOLDS = frozenset({"data_owner", "data_provider", "data_custodian"})
LOOKING = STILL_OPEN | {REFUSED}
"""States of a need for which something is looked for: what one holder refused another may give."""
APART = ("sex", "age", "disability")


def holdings(keys: Iterable[UUID] | None = None) -> list[HoldingFacts]:
    """The facts of the published holdings with these keys, or of all; withdrawn ones are left out."""
    pages = Published(DataHoldingPage, keys)
    steps = pages.rows(SharingStep, "holding", "audience", "rung", "data_kind", "is_stated")
    uses = pages.rows(HoldingUse, "holding", "sector", "decision")
    named = pages.named_organisations()
    return [
        HoldingFacts(
            key=page.translation_key,
            **pages.shared(page),
            kinds=frozenset(pages.kinds[page.pk]),
            holders=frozenset(pages.parties(page) | pages.organisations(page, HOLDS)),
            seen_by=pages.seen_by(page, named),
            from_year=page.from_year,
            to_year=page.to_year,
            frequency=pages.key(page, "update_frequency"),
            last_updated_on=page.last_updated_on,
            access_method=pages.key(page, "access_method"),
            agreement=pages.key(page, "required_agreement"),
            level=pages.key(page, "finest_level"),
            apart={way: getattr(page, f"by_{way}") for way in APART},
            steps=tuple(sorted((Step(*step) for step in steps[page.pk]), key=repr)),
            uses=tuple(sorted(uses[page.pk])),
        )
        for page in pages
    ]


def holdings_near(needs_: Iterable[UUID]) -> list[HoldingFacts]:
    """The facts of the holdings of which the needs with these keys may find any: those with a related kind of data."""
    asked = DataKind.objects.filter(pk__in=_kinds_of(needs_)).values_list("key", flat=True)
    kinds = {kind for key in asked for kind in scales().related.get(key, ())}
    pages = DataHoldingPage.objects.filter(live=True, data_kinds__key__in=kinds)
    return holdings(pages.values_list("translation_key", flat=True).distinct())


def _kinds_of(needs_):
    return DataNeedPage.objects.filter(live=True, translation_key__in=list(needs_)).values("data_kinds")


def needs(keys: Iterable[UUID] | None = None) -> list[NeedFacts]:
    """The facts of the published needs with these keys, or of all, that are still looked for."""
    pages = Published(DataNeedPage, keys)
    types, others = pages.terms(DataNeedPage, "asked_by_types"), pages.terms(DataNeedPage, "other_decisions")
    about = _about_organisations({pk for rows in pages.roles.values() for pk, _ in rows})
    found = []
    for page in pages:
        if pages.key(page, "state") not in LOOKING:
            continue
        shared = pages.shared(page)
        asking = pages.organisations(page, {ASKS})
        sectors = frozenset(sector for pk in asking for sector in about[pk][1])
        found.append(
            NeedFacts(
                key=page.translation_key,
                **shared | {"sectors": sectors & shared["sectors"] or sectors or shared["sectors"]},
                kinds=tuple(pages.kinds[page.pk]),
                askers=frozenset(asking | pages.asking_parties(page, asking)),
                asker_types=frozenset(types[page.pk]) | {about[pk][0] for pk in asking},
                level=pages.key(page, "coarsest_level"),
                frequency=pages.key(page, "frequency"),
                from_year=page.from_year,
                to_year=page.to_year,
                apart=frozenset(way for way in APART if getattr(page, f"by_{way}")),
                decisions=frozenset(filter(None, [pages.key(page, "decision"), *others[page.pk]])),
            )
        )
    return found


def _about_organisations(pks):
    """By primary key, the kind of an organisation and its sectors."""
    found = {}
    for each in Organisation.objects.filter(pk__in=pks).select_related("kind").prefetch_related("sectors"):
        found[each.pk] = each.kind.key if each.kind else "", [sector.key for sector in each.sectors.all()]
    return found
