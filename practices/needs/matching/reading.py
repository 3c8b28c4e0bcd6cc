"""Reads the facts of many records in a few queries, past the pages: a need or a holding is a dozen columns here."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from practices.holdings.models import DataHoldingPage, HoldingUse, SharingStep
from practices.holdings.row import HOLDS
from practices.needs.models import DataNeedPage
from practices.needs.row import ASKS
from practices.needs.states import LOOKING

from .facts import HoldingFacts, NeedFacts
from .near import holdings_that_may_fit, needs_that_may_be_fitted
from .published import Published
from .usual_steps import Usual

APART = ("sex", "age", "disability")
OF_BOTH = ("from_year", "to_year", "by_sex", "by_age", "by_disability")
CARD_OF_HOLDING = {
    "frequency": "update_frequency",
    "last_updated_on": "last_updated_on",
    "access_method": "access_method",
    "agreement": "required_agreement",
    "consent": "owner_consent",
}
"""Fact of a holding → column of its page."""
OF_HOLDING = (*OF_BOTH, *CARD_OF_HOLDING.values(), "finest_level")
OF_NEED = (*OF_BOTH, "state", "coarsest_level", "frequency", "decision")
"""The columns of their pages that are read."""


class Asker(NamedTuple):
    """An organisation that asks: how narrowly it is known, as the rank of a Level, its kind and its sectors."""

    rank: int
    kind: str
    sectors: frozenset[str]


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


def cards_near(facts: Iterable[NeedFacts]) -> list[HoldingFacts]:
    """The facts of the holdings that may fit one of these needs, without ladder and uses: they may be thousands, of
    which few are kept."""
    return list(_holdings(Published(holdings_that_may_fit(facts), *OF_HOLDING), is_whole=False))


def needs_near(facts: Iterable[HoldingFacts]) -> list[NeedFacts]:
    """The same of the needs that one of these holdings may fit."""
    return list(_needs(Published(needs_that_may_be_fitted(facts), *OF_NEED)))


def _holdings(pages, is_whole=True):
    ladders, uses = _ladders_and_uses(pages) if is_whole else ({}, {})
    named = pages.named_organisations()
    for page in pages:
        yield HoldingFacts(
            key=page.translation_key,
            **_of_both(pages, page),
            kinds=frozenset(pages.kinds[page.pk]),
            sectors=frozenset(pages.sectors[page.pk]),
            holders=_holders(pages, page),
            seen_by=pages.seen_by(page, named),
            **{to: getattr(page, column) for to, column in CARD_OF_HOLDING.items()},
            level=page.finest_level,
            apart={way: getattr(page, f"by_{way}") for way in APART},
            steps=ladders.get(page.pk, ()),
            uses=uses.get(page.pk, ()),
        )


def _ladders_and_uses(pages):
    """By primary key of the page, both."""
    steps = pages.rows(SharingStep, "holding", "audience", "rung", "data_kind", "is_stated")
    uses, usual = pages.rows(HoldingUse, "holding", "sector", "decision"), Usual()
    ladders = {page.pk: usual.ladder(steps[page.pk], pages.kinds[page.pk], page.finest_level) for page in pages}
    return ladders, {pk: tuple(sorted(of_page)) for pk, of_page in uses.items()}


def _of_both(pages, page):
    """The facts that a holding and a need have in common, by their names."""
    places = {"countries": frozenset(pages.countries[page.pk]), "coverage": page.coverage}
    return {**places, "from_year": page.from_year, "to_year": page.to_year}


def _holders(pages, page):
    """Who has the data, and who owns and keeps the text about them."""
    identity = pages.identities[page.translation_key]
    return frozenset({identity.owner_id, identity.custodian_id} - {None} | pages.organisations(page, HOLDS))


def _needs(pages):
    types, others = pages.terms(DataNeedPage, "asked_by_types"), pages.terms(DataNeedPage, "other_decisions")
    looking = [page for page in pages if page.state in LOOKING]
    asking = {page.pk: pages.organisations(page, {ASKS}) for page in looking}
    about = _about_organisations(set().union(*asking.values()))
    for page in looking:
        identity, askers = pages.identities[page.translation_key], asking[page.pk]
        known = [about[pk] for pk in askers if about[pk].rank <= _rank_of(identity)]
        yield NeedFacts(
            key=page.translation_key,
            **_of_both(pages, page),
            kinds=pages.kinds[page.pk],
            sectors=_sectors(frozenset(pages.sectors[page.pk]), [each.sectors for each in known]),
            askers=frozenset(askers | _asking_parties(identity, askers)),
            asker_types=frozenset(types[page.pk]) | {each.kind for each in known},
            level=page.coarsest_level,
            frequency=page.frequency,
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


def _rank_of(identity):
    """How narrowly known an organisation may be for a match of this need to follow from what it is: whoever may know
    of the need may know of that one."""
    return min(Level(identity.listed_to).rank, Level.MEMBERS.rank)


def _about_organisations(pks):
    """By primary key, what is known of an organisation."""
    found = Organisation.objects.filter(pk__in=pks).select_related("kind").prefetch_related("sectors")
    listed = RecordIdentity.objects.filter(pk__in=[each.key for each in found], withdrawn_at=None)
    ranks = {key: Level(level).rank for key, level in listed.values_list("pk", "listed_to")}
    return {each.pk: _asker(each, ranks.get(each.key, Level.OWNER.rank)) for each in found}


def _asker(organisation, rank):
    sectors = frozenset(sector.key for sector in organisation.sectors.all())
    return Asker(rank, organisation.kind.key if organisation.kind else "", sectors)
