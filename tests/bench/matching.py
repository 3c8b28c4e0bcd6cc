"""Matching 10,000 holdings and 1,000 needs: all of them, and one changed record. In a database of its own, since the
other benchmarks count their records: `python -m tests.bench.matching`."""

from tests.bench.database import choose, create

if __name__ == "__main__":
    choose("portal_bench_matching")

import logging
from statistics import median
from time import perf_counter

import django

django.setup()
logging.disable(logging.INFO)

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from portal.core.memory import settle  # noqa: E402
from portal.home.setup import setup_portal  # noqa: E402
from practices.holdings.models import DataHoldingPage  # noqa: E402
from practices.needs.models import DataNeedPage, Match  # noqa: E402
from practices.needs.renewing import renew_all, renew_for  # noqa: E402
from tests.bench import matching_stock  # noqa: E402

MOST_SECONDS, MOST_MILLISECONDS = 60, 300
TRIED = 15


def main():
    create(connection, "portal_bench_matching")
    call_command("migrate", verbosity=0)
    setup_portal()
    matching_stock.seed()
    Match.objects.all().delete()
    settle()
    for words in ("from nothing", "again, nothing changed"):
        start = perf_counter()
        count = renew_all()
        seconds = perf_counter() - start
        verdict = "met" if seconds <= MOST_SECONDS else "MISSED"
        print(f"{connection.vendor}: {count} matches {words}: {seconds:.1f} s (target {MOST_SECONDS} s {verdict})")
    for model in (DataNeedPage, DataHoldingPage):
        times = []
        for key in model.objects.order_by("-pk").values_list("translation_key", flat=True)[:TRIED]:
            Match.objects.filter(**{side_of(model): key}).delete()
            start = perf_counter()
            renew_for([key])
            times.append(1000 * (perf_counter() - start))
        verdict = "met" if median(times) <= MOST_MILLISECONDS else "MISSED"
        print(f"one changed {side_of(model)}: middle {median(times):.0f} ms, longest {max(times):.0f} ms "
              f"(target {MOST_MILLISECONDS} ms {verdict})")  # fmt: skip


def side_of(model):
    return "need" if model is DataNeedPage else "holding"


if __name__ == "__main__":
    main()
