"""The exchange with 500 organisations, 5,000 flows, 1,000 holdings and 500 needs: milliseconds and bytes."""

import gzip
import random

from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.records.registry import kind as kind_by_key
from portal.taxonomy.models import Country, DataKind, FlowState, OrganisationType, Sector
from practices.exchange.layout import places
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage
from practices.needs.models import DataNeedIndexPage, DataNeedPage
from practices.platforms.models import FlowIndexPage, FlowPage, PlatformIndexPage, PlatformPage
from tests.bench.bulk import give_parts, identify, make_pages, relate
from tests.bench.seeding import Words
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
    organisations, states = _organisations(words, chance), list(FlowState.objects.all())

    def titled(number):
        return {"title": words.text(6).capitalize()}

    def flowing(number):
        giver, taker = chance.sample(organisations, 2)
        through = chance.choice(platforms).translation_key if chance.random() < 0.5 else None
        return {**titled(number), "giver": giver, "taker": taker, "state": chance.choice(states), "through_id": through}

    platforms = make_pages(PlatformPage, PlatformIndexPage, PLATFORMS, titled)
    _finish("platform", platforms, organisations, chance)
    _finish("flow", make_pages(FlowPage, FlowIndexPage, FLOWS, flowing), organisations, chance)
    holdings = make_pages(DataHoldingPage, DataHoldingIndexPage, HOLDINGS, titled)
    needs = make_pages(DataNeedPage, DataNeedIndexPage, NEEDS, titled)
    for kind, pages, role in (("holding", holdings, "data_custodian"), ("need", needs, "data_user")):
        _finish(kind, pages, organisations, chance)
        give_parts(pages, role, lambda: chance.choice(organisations))


def _organisations(words, chance):
    kinds, sectors = list(OrganisationType.objects.all()), list(Sector.objects.all())
    for number in range(ORGANISATIONS):
        values = {"name_en": words.text(3), "kind": chance.choice(kinds)}
        made, _ = Organisation.objects.get_or_create(source_id=f"exchange-{number}", defaults=values)
        made.sectors.set(chance.sample(sectors, 2))
    return list(Organisation.objects.filter(source_id__startswith="exchange-"))


def _finish(kind, pages, organisations, chance):
    for name, vocabulary, most in RELATIONS:
        ids = list(vocabulary.objects.values_list("pk", flat=True))
        relate(RecordPage, name, pages, lambda page, ids=ids, most=most: chance.sample(ids, chance.randint(1, most)))
    identify(pages, kind_by_key(kind), lambda number: {"owner": chance.choice(organisations), **_levels(number)})


def _levels(number):
    return dict.fromkeys(("listed_to", "details_to"), "public" if number % 10 else "members")
