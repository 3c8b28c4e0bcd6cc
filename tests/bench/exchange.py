"""The exchange with 500 organisations, 5,000 flows, 1,000 holdings and 500 needs: milliseconds and bytes.

Written to the tables directly: saving that many pages takes an hour.
"""

import gzip
import random
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from portal.access.models import RecordIdentity
from portal.core.codes import CROCKFORD
from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.models import Country, DataKind, FlowState, OrganisationType, ParticipantRole, Sector
from practices.exchange.layout import places
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage
from practices.needs.models import DataNeedIndexPage, DataNeedPage
from practices.platforms.models import FlowIndexPage, FlowPage, PlatformIndexPage, PlatformPage
from tests.bench.seeding import Words, _write
from tests.bench.timing import middle, milliseconds

ORGANISATIONS, PLATFORMS, FLOWS, HOLDINGS, NEEDS = 500, 40, 5_000, 1_000, 500
MOST_MS, MOST_BYTES = 300, 60_000
RELATIONS = (("data_kinds", DataKind, 3), ("sectors", Sector, 2), ("countries", Country, 2))


def rows():
    """Lines of the table: milliseconds of a first visit, and kB over the wire, of each way to look."""
    from django.db import connection

    for name, query in (("sectors", ""), ("organisations", "?rows=organisation"), ("one country", "?country=irq")):
        client, address, answers = Client(), f"/exchange/{query}", []

        def first_visit(client=client, address=address, answers=answers):
            caches["pages"].clear()
            answers.append(client.get(address))

        first_visit()
        with CaptureQueriesContext(connection) as captured:
            first_visit()
        queries = len(captured)
        places.cache_clear()
        (times,) = milliseconds(first_visit, rounds=9)
        ours, size = middle(times), len(gzip.compress(answers[-1].content)) / 1000
        target = f"{MOST_MS} ms"
        yield f"exchange, {name} ({queries} queries)", ours, 0, ours <= MOST_MS, target
        yield f"exchange, {name}, kB", size, 0, size * 1000 <= MOST_BYTES, f"{MOST_BYTES // 1000} kB"


@transaction.atomic
def seed():
    """The entries, all told to everyone but for every tenth; nothing is projected."""
    chance = random.Random(11)
    words = Words(chance)
    organisations, platforms = _organisations(words, chance), _pages(PlatformPage, PlatformIndexPage, PLATFORMS, words)
    states = list(FlowState.objects.all())
    flows = _pages(FlowPage, FlowIndexPage, FLOWS, words)
    for flow in flows:
        flow.giver, flow.taker = chance.sample(organisations, 2)
        flow.state = chance.choice(states)
        flow.through_id = chance.choice(platforms).translation_key if chance.random() < 0.5 else None
    holdings = _pages(DataHoldingPage, DataHoldingIndexPage, HOLDINGS, words)
    needs = _pages(DataNeedPage, DataNeedIndexPage, NEEDS, words)
    for kind, pages in (("platform", platforms), ("flow", flows), ("holding", holdings), ("need", needs)):
        _store(kind, pages, organisations, chance)
    _roles((*holdings, *needs), organisations, chance)


def _organisations(words, chance):
    kinds, sectors = list(OrganisationType.objects.all()), list(Sector.objects.all())
    for number in range(ORGANISATIONS):
        values = {"name_en": words.text(3), "kind": chance.choice(kinds)}
        made, _ = Organisation.objects.get_or_create(source_id=f"exchange-{number}", defaults=values)
        made.sectors.set(chance.sample(sectors, 2))
    return list(Organisation.objects.filter(source_id__startswith="exchange-"))


def _pages(model, index_model, count, words):
    index = index_model.objects.get(locale__language_code="en")
    first, content_type = _next_id(count), ContentType.objects.get_for_model(model)
    found = []
    for number in range(count):
        slug = f"bench-{model._meta.model_name}-{number}"
        place = {"path": model._get_path(index.path, index.depth + 1, number + 1), "depth": index.depth + 1}
        ids = {"id": first + number, "page_ptr_id": first + number, "recordpage_ptr_id": first + number}
        found.append(model(
            **ids, **place, numchild=0, title=words.text(6).capitalize(), slug=slug,
            url_path=f"{index.url_path}{slug}/",
            content_type=content_type, locale=index.locale, live=True, translation_key=uuid4(),
        ))  # fmt: skip
    type(index).objects.filter(pk=index.pk).update(numchild=count)
    return found


_taken = 0


def _next_id(count):
    global _taken
    _taken = max(_taken, Page.objects.order_by("-pk").values_list("pk", flat=True).first())
    first, _taken = _taken + 1, _taken + count
    return first


def _store(kind, pages, organisations, chance):
    for model in (Page, RecordPage, type(pages[0])):
        _write(model, pages)
    for name, vocabulary, most in RELATIONS:
        through = getattr(RecordPage, name).through
        other = RecordPage._meta.get_field(name).m2m_reverse_field_name()
        ids = list(vocabulary.objects.values_list("pk", flat=True))
        chosen = ((page.pk, pk) for page in pages for pk in chance.sample(ids, chance.randint(1, most)))
        rows = [through(**{"recordpage_id": page, f"{other}_id": pk}) for page, pk in chosen]
        through.objects.bulk_create(rows, batch_size=1000)
    identities = [
        RecordIdentity(
            key=page.translation_key, kind=kind, code=_code(kind, number), owner=chance.choice(organisations),
            text_sensitivity="low", **dict.fromkeys(("listed_to", "details_to"), _level(number)),
        )
        for number, page in enumerate(pages)
    ]  # fmt: skip
    RecordIdentity.objects.bulk_create(identities, batch_size=500)


def _level(number):
    return "public" if number % 10 else "members"


def _code(kind, number):
    letters = "".join(CROCKFORD[number // 32**place % 32] for place in range(4))
    return f"{kind[:2].upper()}-{letters}"


def _roles(pages, organisations, chance):
    roles = {role.key: role for role in ParticipantRole.objects.all()}
    rows = [
        RecordOrganisation(
            record_id=page.pk,
            organisation=chance.choice(organisations),
            role=roles["data_custodian" if isinstance(page, DataHoldingPage) else "data_user"],
            sort_order=0,
        )
        for page in pages
    ]
    RecordOrganisation.objects.bulk_create(rows, batch_size=500)
