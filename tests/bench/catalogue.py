"""The catalogue of 10,000 public holdings, page by page in each format, and all of them as CKAN gives them: seconds and
megabytes. In a database of its own.

`python -m tests.bench.catalogue`
"""

import json
import logging
import random
import resource
from datetime import UTC, date, datetime, timedelta
from time import perf_counter, process_time

from tests.bench.database import choose, create

NAME = "portal_bench_catalogue"
choose(NAME)

import django  # noqa: E402

django.setup()
logging.disable(logging.INFO)

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from portal.access.models import RecordIdentity  # noqa: E402
from portal.directory.models import Organisation  # noqa: E402
from portal.home.setup import setup_portal  # noqa: E402
from portal.records.models import RecordPage  # noqa: E402
from portal.records.registry import kind as kind_by_key  # noqa: E402
from portal.taxonomy.models import (  # noqa: E402
    AccessMethod,
    Country,
    DataKind,
    FileFormat,
    Licence,
    OrganisationType,
    Sector,
    Standard,
    UpdateFrequency,
)
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage  # noqa: E402
from tests.bench.bulk import give_parts, identify, make_pages, relate  # noqa: E402
from tests.bench.seeding import Words  # noqa: E402

COUNT, MOST_SECONDS = 10_000, 30
RELATIONS = (
    (RecordPage, "sectors", Sector, 2),
    (RecordPage, "countries", Country, 2),
    (RecordPage, "data_kinds", DataKind, 4),
    (DataHoldingPage, "formats", FileFormat, 2),
    (DataHoldingPage, "standards", Standard, 1),
)


def main():
    create(connection, NAME)
    call_command("migrate", verbosity=0)
    setup_portal()
    if RecordIdentity.objects.filter(kind="holding").count() < COUNT:
        print(f"Writing {COUNT} holdings …")
        seed()
    for ending in ("ttl", "jsonld", "rdf"):
        print(_line(f"/catalog.{ending}", *_measured(lambda ending=ending: _pages(ending))))
    print(_line("package_search, 1,000 rows a time", *_measured(_packages)))


def _measured(read):
    """Seconds, those of a core, how many answers, bytes of the largest, megabytes that the process grew by."""
    before, begun, busy = _megabytes(), perf_counter(), process_time()
    sizes = list(read())
    return perf_counter() - begun, process_time() - busy, len(sizes), max(sizes), _megabytes() - before


def _pages(ending):
    client, page, following = Client(), 1, True
    while following:
        response = client.get(f"/catalog.{ending}?page={page}")
        yield len(response.content)
        page, following = page + 1, response.has_header("Link")


def _packages():
    client, start, count = Client(), 0, COUNT
    while start < count:
        body = json.dumps({"rows": 1_000, "start": start, "sort": "metadata_created asc"})
        response = client.post("/api/3/action/package_search", body, content_type="application/json")
        yield len(response.content)
        start, count = start + 1_000, response.json()["result"]["count"]


def _line(name, seconds, busy, answers, largest, grown):
    verdict = "met" if seconds <= MOST_SECONDS else "MISSED"
    times = f"{seconds:.1f} s, {busy:.1f} s of a core, for {COUNT} holdings (target {MOST_SECONDS} s {verdict})"
    return f"{name}: {times}, {answers} answers, the largest {largest / 1000:.0f} kB, {grown:.0f} MB more memory"


def _megabytes():
    """The most that the process ever had; kilobytes on Linux."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@transaction.atomic
def seed():
    """Public holdings with all that a catalogue tells; nothing is projected, since no words are looked for."""
    chance = random.Random(5)
    words = Words(chance)
    kind = OrganisationType.objects.get(key="international_ngo")
    for number in range(200):
        values = {"name_en": words.text(3), "kind": kind}
        Organisation.objects.get_or_create(source_id=f"bench-{number}", defaults=values)
    owners = list(Organisation.objects.filter(source_id__startswith="bench-"))
    terms = {
        name: list(model.objects.values_list("pk", flat=True))
        for name, model in (
            ("access_method_id", AccessMethod), ("update_frequency_id", UpdateFrequency), ("data_licence_id", Licence),
        )
    }  # fmt: skip
    pages = make_pages(DataHoldingPage, DataHoldingIndexPage, COUNT, lambda number: _fields(words, chance, terms))
    for model, name, vocabulary, most in RELATIONS:
        ids = list(vocabulary.objects.values_list("pk", flat=True))
        relate(model, name, pages, lambda page, ids=ids, most=most: chance.sample(ids, chance.randint(1, most)))
    levels = {"listed_to": "public", "details_to": "public"}
    identify(pages, kind_by_key("holding"), lambda number: {**levels, "owner": chance.choice(owners)})
    for role in ("data_owner", "data_custodian"):
        give_parts(pages, role, lambda: chance.choice(owners))


def _fields(words, chance, terms):
    at = datetime(2026, 1, 1, tzinfo=UTC) - timedelta(days=chance.randint(0, 3000))
    year = chance.randint(2005, 2025)
    return {
        "title": words.text(6).capitalize(), "summary": words.text(25)[:300], "collection_method": words.text(10),
        "known_quality": f"<p>{words.text(20)}</p>", "not_to_be_used_for": f"<p>{words.text(10)}</p>",
        "from_year": year, "to_year": year + 1, "last_updated_on": date(year, 6, 1),
        "data_url": f"https://data.example.org/{chance.randint(1, 10**9)}.csv" if chance.random() < 0.3 else "",
        "first_published_at": at, "last_published_at": at,
        **{name: chance.choice(ids) for name, ids in terms.items()},
    }  # fmt: skip


if __name__ == "__main__":
    main()
