"""Search beside the same by hand with 1,000 and 10,000 texts on each store; with `--large` also 100,000.

`python -m tests.bench.scale`: SQLite always, PostgreSQL where TEST_DATABASE_URL names one, Elasticsearch where
ELASTICSEARCH_URL is set. Everything is written to stores to throw away (portal/search/retrieval/stores.py).
"""

import os
import sys
from time import perf_counter

from tests.bench.timing import middle, milliseconds, p95

COUNTS, LARGE = (1_000, 10_000), 100_000


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    import logging

    import django

    django.setup()
    logging.disable(logging.INFO)
    from portal.search.retrieval.stores import stores
    from tests.bench import generated

    questions = generated.sample_words()
    print(f"broad, typical and rare: {', '.join(questions)}")
    for count in (*COUNTS, *([LARGE] if "--large" in sys.argv else [])):
        made = list(generated.texts(count))
        for name, store in stores().items():
            print(f"\n{name}, {count} texts{'':<30}{'ours':>9}{'by hand':>9}{'ratio':>7}  target")
            with store() as is_filled:
                for line in _lines(made, is_filled, questions):
                    print(line, flush=True)


def _lines(made, is_filled, questions):
    from portal.search.cluster.client import is_used
    from portal.search.retrieval.filling import fill
    from tests.bench import raw

    start = perf_counter()
    fill(made)
    rate = len(made) / (perf_counter() - start)
    yield _line("texts -> tables, a second (by hand: made rows)", rate, raw.insert_rate(len(made)))
    if is_used():
        start = perf_counter()
        is_filled()
        ours, hand = len(made) / (perf_counter() - start), raw.bulk_rate()
        yield _line("tables -> engine, a second", ours, hand, ours >= 0.7 * hand, "70 %")
    yield _line("size, MB", raw.megabytes(), None)
    for name, words in zip(("broad", "typical", "rare"), ([word] for word in questions), strict=True):
        yield from _searches(name, words)
    yield from _searches("two words", questions[:2])
    yield from _suggestions(questions[0][:4])


def _searches(name, words):
    from django.http import QueryDict

    from portal.search.cluster.client import is_used
    from portal.search.engines import engine
    from portal.search.query import RecordQuery
    from tests.bench import raw

    query = RecordQuery.from_parameters(QueryDict(f"q={'+'.join(words)}"))
    total = engine().search(query, None, "en").total
    by_hand = raw.search(query, words)
    ours, hand = milliseconds(lambda: engine().search(query, None, "en"), by_hand, rounds=20)
    times, more = (1.5, 8) if is_used() else (2, 5)
    is_met = middle(ours) <= max(times * middle(hand), middle(hand) + more)
    yield _line(f"{name}, p50, ms ({total} hits)", middle(ours), middle(hand), is_met, f"{times}× or +{more} ms")
    yield _line(f"{name}, p95, ms", p95(ours), p95(hand))


def _suggestions(beginning):
    from portal.search.suggestions import suggest
    from tests.bench import by_hand

    suggest(beginning, None, "en")
    ours, hand = milliseconds(lambda: suggest(beginning, None, "en"), lambda: by_hand.beginning(beginning), rounds=20)
    yield _line("suggestions, p95, ms", p95(ours), p95(hand), p95(ours) <= 30, "30 ms")


def _line(name, ours, hand, is_met=None, target=""):
    by_hand, ratio = (f"{hand:.1f}", f"{ours / hand:.2f}") if hand else ("", "")
    verdict = f"{target} {'met' if is_met else 'MISSED'}" if target else ""
    return f"{name:<46}{ours:>9.1f}{by_hand:>9}{ratio:>7}  {verdict}"


if __name__ == "__main__":
    main()
