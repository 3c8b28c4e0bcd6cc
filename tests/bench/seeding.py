"""Ten thousand case studies of made-up words."""

import random
from datetime import UTC, datetime, timedelta

from django.db import transaction

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.records.registry import kind as kind_by_key
from portal.taxonomy.models import Country, DataKind, OrganisationType, Sector, Standard
from tests.bench.bulk import identify, make_pages, relate

COUNT = 10_000
ORGANISATIONS = 40
LEVELS = ("public",) * 6 + ("members",) * 2 + ("named_organisations", "owner_organisation")
RELATIONS = (
    (RecordPage, "sectors", Sector, 2),
    (RecordPage, "countries", Country, 2),
    (RecordPage, "data_kinds", DataKind, 3),
    (CaseStudyPage, "standards", Standard, 1),
)
SYLLABLES = [first + last for first in "bdfgklmnprstvz" for last in ("a", "e", "i", "o", "u", "an", "or")]


class Words:
    """Words as texts have them: few are everywhere, most are rare."""

    def __init__(self, chance):
        self.chance = chance
        self.all = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)})
        chance.shuffle(self.all)
        self.weights = [1 / (number + 20) for number in range(len(self.all))]

    def text(self, count):
        return " ".join(self.chance.choices(self.all, self.weights, k=count))


@transaction.atomic
def seed():
    """The records, with organisations, identities and terms; nothing is projected yet."""
    chance = random.Random(7)
    words = Words(chance)
    kind = OrganisationType.objects.get(key="international_ngo")
    for number in range(ORGANISATIONS):
        values = {"name_en": words.text(3), "kind": kind}
        Organisation.objects.get_or_create(source_id=f"bench-{number}", defaults=values)
    owners = list(Organisation.objects.filter(source_id__startswith="bench-"))
    pages = make_pages(CaseStudyPage, CaseStudyIndexPage, COUNT, lambda number: _fields(words, chance))
    for model, name, terms, most in RELATIONS:
        ids = list(terms.objects.values_list("pk", flat=True))
        relate(model, name, pages, lambda page, ids=ids, most=most: chance.sample(ids, chance.randint(0, most)))
    identities = identify(pages, kind_by_key("case_study"), lambda number: _access(chance, owners))
    through = RecordIdentity.named_organisations.through
    named = [
        through(recordidentity_id=identity.pk, organisation_id=chance.choice(owners).pk)
        for identity in identities[::10]
    ]
    through.objects.bulk_create(named, batch_size=500)


def _fields(words, chance):
    at = datetime(2026, 1, 1, tzinfo=UTC) - timedelta(days=chance.randint(0, 3000))
    year = chance.randint(2005, 2025)
    return {
        "title": words.text(6).capitalize(), "summary": words.text(25)[:300],
        "question": words.text(20), "challenge": f"<p>{words.text(60)}</p>",
        "what_was_done": f"<p>{words.text(120)}</p>", "results": f"<p>{words.text(60)}</p>",
        "would_it_transfer": f"<p>{words.text(30)}</p>", "from_year": year, "to_year": year + 1,
        "first_published_at": at, "last_published_at": at,
    }  # fmt: skip


def _access(chance, owners):
    return {**levels_of(chance), "owner": chance.choice(owners), "custodian": chance.choice(owners)}


def levels_of(chance):
    """Two levels, the details never wider than the card."""
    listed, details = sorted((chance.choice(LEVELS), chance.choice(LEVELS)), key=LEVELS.index)
    return {"listed_to": listed, "details_to": details}
