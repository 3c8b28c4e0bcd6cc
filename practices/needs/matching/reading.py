"""Reads the facts of many records in a few queries, past the pages: a need or a holding is a dozen columns here."""

from collections.abc import Iterable
from uuid import UUID

from portal.directory.models import Organisation
from practices.holdings.models import DataHoldingPage, HoldingUse, SharingStep
from practices.needs.models import DataNeedPage
from practices.needs.row import ASKS
from practices.needs.states import REFUSED, STILL_OPEN

from .facts import HoldingFacts, NeedFacts, Step
from .near import holdings_that_may_fit, needs_that_may_be_fitted
from .published import Published

HOLDS = frozenset({"data_owner", "data_provider", "data_custodian"})
LOOKING = STILL_OPEN | {REFUSED}
"""States of a need for which something is looked for: what one holder refused another may give."""
APART = ("sex", "age", "disability")
OF_BOTH = ("from_year", "to_year", "by_sex", "by_age", "by_disability")
OF_HOLDING = (
    *OF_BOTH, "update_frequency", "last_updated_on", "access_method", "required_agreement", "finest_level",
)  # fmt: skip
OF_NEED = (*OF_BOTH, "state", "coarsest_level", "frequency", "decision")
"""The columns of their pages that are read."""


def all_holdings() -> list[HoldingFacts]:
    """The facts of all published holdings but withdrawn ones."""
    return list(_holdings(Published(DataHoldingPage.objects.all(), *OF_HOLDING, is_all=True)))


def all_needs() -> list[NeedFacts]:
    """The facts of all published needs for which something is looked for."""
    return list(_needs(Published(DataNeedPage.objects.all(), *OF_NEED, is_all=True)))


def holdings(keys: Iterable[UUID]) -> list[HoldingFacts]:
    """The same of the holdings with these keys."""
    return list(_holdings(Published(DataHoldingPage.objects.filter(translation_key__in=list(keys)), *OF_HOLDING)))


def needs(keys: Iterable[UUID]) -> list[NeedFacts]:
    """The same of the needs with these keys."""
    return list(_needs(Published(DataNeedPage.objects.filter(translation_key__in=list(keys)), *OF_NEED)))


def holdings_near(facts: Iterable[NeedFacts]) -> list[HoldingFacts]:
    """The same of the holdings that may fit one of these needs."""
    return list(_holdings(Published(holdings_that_may_fit(facts), *OF_HOLDING)))


def needs_near(facts: Iterable[HoldingFacts]) -> list[NeedFacts]:
    """The same of the needs that one of these holdings may fit."""
    return list(_needs(Published(needs_that_may_be_fitted(facts), *OF_NEED)))


def _holdings(pages):
    steps = pages.rows(SharingStep, "holding", "audience", "rung", "data_kind", "is_stated")
    uses = pages.rows(HoldingUse, "holding", "sector", "decision")
    named = pages.named_organisations()
    for page in pages:
        identity = pages.identities[page.translation_key]
        parties = {identity.owner_id, identity.custodian_id} - {None}
        yield HoldingFacts(
            key=page.translation_key,
            kinds=frozenset(pages.kinds[page.pk]),
            countries=frozenset(pages.countries[page.pk]),
            coverage=page.coverage,
            sectors=frozenset(pages.sectors[page.pk]),
            holders=frozenset(parties | pages.organisations(page, HOLDS)),
            seen_by=pages.seen_by(page, named),
            from_year=page.from_year,
            to_year=page.to_year,
            frequency=page.update_frequency,
            last_updated_on=page.last_updated_on,
            access_method=page.access_method,
            agreement=page.required_agreement,
            level=page.finest_level,
            apart={way: getattr(page, f"by_{way}") for way in APART},
            steps=tuple(Step(*step) for step in sorted(steps[page.pk])),
            uses=tuple(sorted(uses[page.pk])),
        )


def _needs(pages):
    types, others = pages.terms(DataNeedPage, "asked_by_types"), pages.terms(DataNeedPage, "other_decisions")
    looking = [page for page in pages if page.state in LOOKING]
    asking = {page.pk: pages.organisations(page, {ASKS}) for page in looking}
    about = _about_organisations(set().union(*asking.values()))
    for page in looking:
        identity, askers = pages.identities[page.translation_key], asking[page.pk]
        yield NeedFacts(
            key=page.translation_key,
            kinds=pages.kinds[page.pk],
            countries=frozenset(pages.countries[page.pk]),
            coverage=page.coverage,
            sectors=_sectors(frozenset(pages.sectors[page.pk]), [about[pk][1] for pk in askers]),
            askers=frozenset(askers | _asking_parties(identity, askers)),
            asker_types=frozenset(types[page.pk]) | {about[pk][0] for pk in askers},
            level=page.coarsest_level,
            frequency=page.frequency,
            from_year=page.from_year,
            to_year=page.to_year,
            apart=frozenset(way for way in APART if getattr(page, f"by_{way}")),
            decisions=frozenset({page.decision, *others[page.pk]} - {""}),
        )


def _sectors(of_need, of_askers):
    """The sectors that ask: those of the asking organisations, of many those that the need names."""
    of_askers = frozenset().union(*of_askers)
    return of_askers & of_need or of_askers or of_need


def _asking_parties(identity, askers):
    """Of a need, its owner; who keeps its text only where nobody else is named: others may have written it down."""
    if identity.owner_id or askers:
        return {identity.owner_id} - {None}
    return {identity.custodian_id} - {None}


def _about_organisations(pks):
    """By primary key, the kind of an organisation and its sectors."""
    found = {}
    for each in Organisation.objects.filter(pk__in=pks).select_related("kind").prefetch_related("sectors"):
        found[each.pk] = each.kind.key if each.kind else "", frozenset(sector.key for sector in each.sectors.all())
    return found
