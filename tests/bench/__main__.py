"""`make bench`: ours beside the same by hand, in one run, since these machines are noisy: a ratio counts."""

import subprocess
import sys
from time import perf_counter, process_time

from tests.bench.database import choose, create

url = choose()

import logging  # noqa: E402

import django  # noqa: E402

django.setup()
logging.disable(logging.INFO)

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from portal.access.models import RecordIdentity  # noqa: E402
from portal.home.setup import setup_portal  # noqa: E402
from portal.search.projection import rebuild  # noqa: E402
from tests.bench import actions, admin, exchange, pages, readers, search, seeding  # noqa: E402


def main():
    create(connection)
    call_command("migrate", verbosity=0)
    setup_portal()
    if RecordIdentity.objects.count() < seeding.COUNT:
        print(f"Writing {seeding.COUNT} records …")
        seeding.seed()
    start, busy = perf_counter(), process_time()
    count = rebuild()
    seconds = perf_counter() - start
    busy = process_time() - busy
    rates = f"{count / seconds:.0f} a second, {count / busy:.0f} a second of a core (target 200)"
    print(f"{connection.vendor}: rebuilt {count} records in {seconds:.0f} s: {rates}")
    table("search service, ms", search.rows(readers.all()))
    table("admin page search, ms", admin.rows())
    table("pages beside a stock Wagtail page, ms", pages.rows())
    if not RecordIdentity.objects.filter(kind="flow").exists():
        # After the others: their figures are of the records that they wrote.
        exchange.seed()
    table("the exchange, ms or kB", exchange.rows())
    table("5,000 follow-up actions beside a stock Wagtail page, ms", actions.rows(readers.all()))
    subprocess.run([sys.executable, "-m", "tests.bench.judged"], check=True)


def table(title, lines):
    print(f"\n{title:<48}{'ours':>9}{'by hand':>9}{'ratio':>7}  target")
    for name, ours, hand, is_met, target in lines:
        ratio = f"{ours / hand:.2f}" if hand else ""
        by_hand = f"{hand:.1f}" if hand else ""
        verdict = f"{target} {'met' if is_met else 'MISSED'}" if target else ""
        print(f"{name:<48}{ours:>9.1f}{by_hand:>9}{ratio:>7}  {verdict}", flush=True)


main()
