"""Ten thousand case studies of made-up words, written to the tables directly: saving them as pages takes an hour."""

import random
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Page

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from portal.access.models import RecordIdentity
from portal.core.codes import CROCKFORD
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.taxonomy.models import Country, DataKind, OrganisationType, Sector, Standard

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
    pages = _pages(words, chance)
    _write(Page, pages)
    _write(RecordPage, pages)
    _write(CaseStudyPage, pages)
    _relations(pages, chance)
    identities = [_identity(page, chance, owners) for page in pages]
    RecordIdentity.objects.bulk_create(identities, batch_size=500)
    through = RecordIdentity.named_organisations.through
    named = [
        through(recordidentity_id=identity.pk, organisation_id=chance.choice(owners).pk)
        for identity in identities[::10]
    ]
    through.objects.bulk_create(named, batch_size=500)


def _pages(words, chance):
    index = CaseStudyIndexPage.objects.filter(locale__language_code="en").get()
    first = Page.objects.order_by("-pk").values_list("pk", flat=True).first() + 1
    content_type = ContentType.objects.get_for_model(CaseStudyPage)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    pages = []
    for number in range(COUNT):
        at = now - timedelta(days=chance.randint(0, 3000))
        year = chance.randint(2005, 2025)
        page = CaseStudyPage(
            id=first + number, page_ptr_id=first + number, recordpage_ptr_id=first + number,
            title=words.text(6).capitalize(), slug=f"bench-{number}", url_path=f"{index.url_path}bench-{number}/",
            depth=index.depth + 1, path=CaseStudyPage._get_path(index.path, index.depth + 1, number + 1), numchild=0,
            content_type=content_type, locale=index.locale, live=True, translation_key=uuid4(),
            summary=words.text(25)[:300],
            question=words.text(20), challenge=f"<p>{words.text(60)}</p>", what_was_done=f"<p>{words.text(120)}</p>",
            results=f"<p>{words.text(60)}</p>", would_it_transfer=f"<p>{words.text(30)}</p>",
            from_year=year, to_year=year + 1, first_published_at=at, last_published_at=at,
        )  # fmt: skip
        pages.append(page)
    index.numchild = COUNT
    index.save(update_fields=["numchild"])
    return pages


def _write(model, pages):
    fields = list(model._meta.local_concrete_fields)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    sql = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"
    rows = [[field.get_db_prep_save(getattr(page, field.attname), connection) for field in fields] for page in pages]
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
        for reset in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(reset)


def _relations(pages, chance):
    for model, name, terms, most in RELATIONS:
        through = getattr(model, name).through
        own = next(field.attname for field in through._meta.fields if field.name in ("recordpage", "casestudypage"))
        other = next(field.attname for field in through._meta.fields if field.attname not in (own, "id"))
        ids = list(terms.objects.values_list("pk", flat=True))
        chosen = ((page.pk, pk) for page in pages for pk in chance.sample(ids, chance.randint(0, most)))
        rows = [through(**{own: page, other: pk}) for page, pk in chosen]
        through.objects.bulk_create(rows, batch_size=1000)


def _identity(page, chance, owners):
    number = int(page.slug.removeprefix("bench-"))
    letters = "".join(CROCKFORD[number // 32**place % 32] for place in range(4))
    listed, details = sorted((chance.choice(LEVELS), chance.choice(LEVELS)), key=LEVELS.index)
    return RecordIdentity(
        key=page.translation_key, kind="case_study", code=f"CS-{letters}", listed_to=listed, details_to=details,
        text_sensitivity="low", owner=chance.choice(owners), custodian=chance.choice(owners),
    )  # fmt: skip
