"""Which pages are worth reading for a record that changed: those with a related kind of data, where it looks."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from portal.records.models import RecordPage
from portal.taxonomy.models import Country, DataKind
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage

from .facts import HoldingFacts, NeedFacts
from .judging import KIND
from .places import ONE_OF_MANY
from .ranking import LEAST
from .scales import scales


def holdings_that_may_fit(needs: Iterable[NeedFacts]) -> QuerySet:
    """Pages of holdings with a kind that answers one of the needs, in one of their countries or in all."""
    needs = list(needs)
    pages = _that_answer(needs, lambda relation: True)
    if not any(need.countries for need in needs):
        return pages.filter(Q(pk__in=_that_answer(needs, _is_near_anywhere).values("pk")) | Q(coverage__isnull=False))
    if any(not need.countries for need in needs):
        return pages
    countries = {country for need in needs for country in need.countries}
    return pages.filter(Q(pk__in=_with("countries", Country, countries)) | Q(coverage__isnull=False))


def _that_answer(needs, is_enough):
    """Pages of holdings with a kind in a Relation to one that is asked for of which `is_enough(relation)` is true."""
    related = scales().related
    kinds = {
        kind
        for need in needs
        for asked in need.kinds
        for kind, relation in related.get(asked, {}).items()
        if is_enough(relation)
    }
    return DataHoldingPage.objects.filter(pk__in=_with("data_kinds", DataKind, kinds))


def _is_near_anywhere(relation):
    """Whether a holding of single countries, whose closest kind stands so to what is asked, may be a match of a need
    that looks everywhere: others are thousands, and never come to the least of points."""
    return round(KIND * relation / 100) + ONE_OF_MANY >= LEAST


def needs_that_may_be_fitted(holdings: Iterable[HoldingFacts]) -> QuerySet:
    """Pages of needs that one of the holdings may answer, in one of its countries or anywhere."""
    holdings = list(holdings)
    held = {kind for holding in holdings for kind in holding.kinds}
    kinds = {asked for asked, answers in scales().related.items() if held & answers.keys()}
    pages = DataNeedPage.objects.filter(pk__in=_with("data_kinds", DataKind, kinds))
    if any(holding.coverage for holding in holdings):
        return pages
    countries = {country for holding in holdings for country in holding.countries}
    anywhere = ~Q(pk__in=RecordPage.countries.through.objects.values("recordpage"))
    return pages.filter(Q(pk__in=_with("countries", Country, countries)) | anywhere)


def _with(name, model, keys):
    """The primary keys of the pages that have one of these terms."""
    through = RecordPage._meta.get_field(name).remote_field.through
    terms = model.objects.filter(key__in=keys).values_list("pk", flat=True)
    return through.objects.filter(**{f"{model._meta.model_name}__in": list(terms)}).values("recordpage")
