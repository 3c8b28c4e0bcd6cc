"""Ten thousand holdings and a thousand needs of chance, written to the tables directly."""

import random
from datetime import date, timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page

from portal.access.models import RecordIdentity
from portal.core.codes import CROCKFORD
from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.models import (
    AccessMethod,
    Audience,
    Country,
    DataKind,
    DecisionPurpose,
    GeographyLevel,
    OrganisationType,
    ParticipantRole,
    Sector,
    SharingRung,
    UpdateFrequency,
)
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage, HoldingUse, SharingStep
from practices.needs.models import DataNeedIndexPage, DataNeedPage
from tests.bench.seeding import LEVELS, _write

HOLDINGS, NEEDS, ORGANISATIONS = 10_000, 1_000, 400
GLOBAL = 0.15
"""The share of both that names no country."""


@transaction.atomic
def seed():
    """Writes them once; a second call changes nothing."""
    if DataHoldingPage.objects.count() >= HOLDINGS:
        return
    stock = Stock(random.Random(11))
    holdings = stock.pages(DataHoldingPage, DataHoldingIndexPage, HOLDINGS, stock.holding)
    needs = stock.pages(DataNeedPage, DataNeedIndexPage, NEEDS, stock.need)
    for pages, prefix, kind in ((holdings, "DH", "holding"), (needs, "DN", "need")):
        stock.relations(pages)
        stock.identities(pages, prefix, kind)
    stock.parties(holdings, "data_owner")
    stock.parties(needs, "data_user")
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

    def holding(self):
        return {
            "finest_level_id": self.one(GeographyLevel),
            "update_frequency_id": self.one(UpdateFrequency),
            "access_method_id": self.one(AccessMethod),
            "last_updated_on": date(2026, 11, 1) - timedelta(days=self.chance.randint(0, 900)),
            "from_year": self.chance.randint(1990, 2026),
        }

    def need(self):
        return {
            "coarsest_level_id": self.one(GeographyLevel),
            "frequency_id": self.one(UpdateFrequency),
            "decision_id": self.one(DecisionPurpose),
        }

    def pages(self, model, index_model, count, values):
        """Pages of a model below its index, their places in the tree too."""
        index = index_model.objects.get(locale__language_code="en")
        first = Page.objects.order_by("-pk").values_list("pk", flat=True).first() + 1
        content_type = ContentType.objects.get_for_model(model)
        pages = []
        for number in range(count):
            pk, slug = first + number, f"chance-{number}"
            page = model(
                id=pk, page_ptr_id=pk, recordpage_ptr_id=pk, title=f"Of chance {number}", slug=slug,
                url_path=f"{index.url_path}{slug}/", depth=index.depth + 1, numchild=0, live=True,
                path=model._get_path(index.path, index.depth + 1, number + 1), content_type=content_type,
                locale=index.locale, translation_key=uuid4(), **values(),
            )  # fmt: skip
            page.is_anywhere = self.chance.random() < GLOBAL
            page.coverage_id = self.world if page.is_anywhere else None
            pages.append(page)
        for each in (Page, RecordPage, model):
            _write(each, pages)
        return pages

    def relations(self, pages):
        for name, model, most in (("data_kinds", DataKind, 4), ("countries", Country, 3), ("sectors", Sector, 2)):
            through = getattr(RecordPage, name).through
            other = f"{model._meta.model_name}_id"
            pairs = [
                (page.pk, pk)
                for page in pages
                if not (name == "countries" and page.is_anywhere)
                for pk in self.some(model, most)
            ]
            through.objects.bulk_create(
                [through(**{"recordpage_id": page, other: pk}) for page, pk in pairs], batch_size=1000
            )

    def identities(self, pages, prefix, kind):
        rows = []
        for number, page in enumerate(pages):
            listed, details = sorted((self.chance.choice(LEVELS), self.chance.choice(LEVELS)), key=LEVELS.index)
            code = "".join(CROCKFORD[number // 32**place % 32] for place in range(4))
            owner = self.chance.choice(self.organisations)
            rows.append(
                RecordIdentity(
                    key=page.translation_key,
                    kind=kind,
                    code=f"{prefix}-{code}",
                    listed_to=listed,
                    details_to=details,
                    text_sensitivity="low",
                    owner=owner,
                )
            )
        RecordIdentity.objects.bulk_create(rows, batch_size=500)

    def parties(self, pages, role):
        role = ParticipantRole.objects.get(key=role)
        rows = [RecordOrganisation(record_id=page.pk, organisation=self.chance.choice(self.organisations), role=role)
                for page in pages]  # fmt: skip
        RecordOrganisation.objects.bulk_create(rows, batch_size=1000)

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
