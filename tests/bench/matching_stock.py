"""Ten thousand holdings and a thousand needs of chance."""

import random
from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction

from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.records.registry import kind as kind_by_key
from portal.taxonomy.models import (
    AccessMethod,
    Audience,
    Country,
    DataKind,
    DecisionPurpose,
    GeographyLevel,
    OrganisationType,
    Sector,
    SharingRung,
    UpdateFrequency,
)
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage, HoldingUse, SharingStep
from practices.needs.models import DataNeedIndexPage, DataNeedPage
from tests.bench.bulk import give_parts, identify, make_pages, relate
from tests.bench.seeding import levels_of

HOLDINGS, NEEDS, ORGANISATIONS = 10_000, 1_000, 400
GLOBAL = 0.15
"""The share of both that names no country."""


@transaction.atomic
def seed():
    """Writes them once; a second call changes nothing."""
    if DataHoldingPage.objects.count() >= HOLDINGS:
        return
    stock = Stock(random.Random(11))
    holdings = make_pages(DataHoldingPage, DataHoldingIndexPage, HOLDINGS, stock.holding)
    needs = make_pages(DataNeedPage, DataNeedIndexPage, NEEDS, stock.need)
    for pages, kind, role in ((holdings, "holding", "data_owner"), (needs, "need", "data_user")):
        stock.relations(pages)
        identify(pages, kind_by_key(kind), stock.access)
        give_parts(pages, role, stock.organisation)
    stock.rows_of(holdings)


class Stock:
    """Makes records of chance."""

    def __init__(self, chance):
        self.chance = chance
        models = (AccessMethod, Audience, Country, DataKind, DecisionPurpose, GeographyLevel, Sector, SharingRung,
                  UpdateFrequency)  # fmt: skip
        self.terms = {model: list(model.objects.values_list("pk", flat=True)) for model in models}
        kind = OrganisationType.objects.get(key="international_ngo")
        for number in range(ORGANISATIONS):
            Organisation.objects.create(source_id=f"matching-{number}", name_en=f"Of chance {number}", kind=kind)
        self.organisations = list(Organisation.objects.filter(source_id__startswith="matching-"))
        self.world = GeographyLevel.objects.get(key="global").pk

    def one(self, model):
        return self.chance.choice(self.terms[model])

    def some(self, model, most):
        return self.chance.sample(self.terms[model], self.chance.randint(1, most))

    def organisation(self):
        return self.chance.choice(self.organisations)

    def access(self, number):
        return {**levels_of(self.chance), "owner": self.organisation()}

    def titled(self, number):
        coverage = self.world if self.chance.random() < GLOBAL else None
        return {"title": f"Of chance {number}", "coverage_id": coverage}

    def holding(self, number):
        return {
            **self.titled(number),
            "finest_level_id": self.one(GeographyLevel),
            "update_frequency_id": self.one(UpdateFrequency),
            "access_method_id": self.one(AccessMethod),
            "last_updated_on": date(2026, 11, 1) - timedelta(days=self.chance.randint(0, 900)),
            "from_year": self.chance.randint(1990, 2026),
        }

    def need(self, number):
        return {
            **self.titled(number),
            "coarsest_level_id": self.one(GeographyLevel),
            "frequency_id": self.one(UpdateFrequency),
            "decision_id": self.one(DecisionPurpose),
        }

    def relations(self, pages):
        for name, model, most in (("data_kinds", DataKind, 4), ("countries", Country, 3), ("sectors", Sector, 2)):
            placed = [page for page in pages if not (name == "countries" and page.coverage_id)]
            relate(RecordPage, name, placed, lambda page, model=model, most=most: self.some(model, most))

    def rows_of(self, holdings):
        """Two steps and a use of each holding."""
        locale = holdings[0].locale
        steps = [
            SharingStep(holding_id=page.pk, locale=locale, translation_key=uuid4(), audience_id=self.one(Audience),
                        rung_id=self.one(SharingRung), is_stated=self.chance.random() < 0.5)
            for page in holdings for _ in range(2)
        ]  # fmt: skip
        uses = [
            HoldingUse(holding_id=page.pk, locale=locale, translation_key=uuid4(), sector_id=self.one(Sector),
                       decision_id=self.one(DecisionPurpose))
            for page in holdings
        ]  # fmt: skip
        SharingStep.objects.bulk_create(steps, batch_size=1000)
        HoldingUse.objects.bulk_create(uses, batch_size=1000)
