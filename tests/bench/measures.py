"""What is measured of one store, beside what the store itself takes (raw.py)."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from django.http import QueryDict

from portal.search.cluster.changes import answering
from portal.search.cluster.client import is_used, patient_client
from portal.search.engines import engine
from portal.search.query import RecordQuery
from portal.search.retrieval.filling import fill, usual_of, words_of_text
from portal.search.suggestions import suggest
from tests.bench import by_hand, raw
from tests.bench.multiplied import multiply
from tests.bench.poured import pour
from tests.bench.timing import middle, milliseconds, p95

PROJECTED = 1_000
"""Texts that are written as the projection writes records; the others take a shorter way."""
ROUNDS = 20


@dataclass(frozen=True)
class Line:
    """A figure of ours, beside the same by hand where there is one, and its target where it has one."""

    name: str
    ours: float
    by_hand: float | None = None
    is_met: bool = True
    target: str = ""

    def __str__(self):
        figures = (f"{each:.1f}" if each < 100 else f"{each:,.0f}" for each in (self.ours, self.by_hand) if each)
        return " / ".join(figures) + ("" if self.is_met else f" MISSED ({self.target})")


def node_count() -> int:
    """How many nodes the cluster in use has."""
    return patient_client().cluster.health()["number_of_nodes"]


def of_database(texts, times, questions) -> Iterator[Line]:
    """Fills the tables with `times` as many texts as these, and measures them; `questions` are a broad, a typical and
    a rare word."""
    start = perf_counter()
    fill(texts[:PROJECTED])
    rate = PROJECTED / (perf_counter() - start)
    yield Line("texts to tables, a second", rate, raw.insert_rate(PROJECTED))
    if len(texts) > PROJECTED:
        pour(texts[PROJECTED:], usual_of([words_of_text(text) for text in texts[:PROJECTED]]))
    if times > 1:
        multiply(len(texts), times)
    yield from _of_store(questions)


def of_cluster(build, count, questions) -> Iterator[Line]:
    """Fills the cluster from the tables, which hold `count` texts, and measures it."""
    start = perf_counter()
    build()
    ours, hand = count / (perf_counter() - start), raw.bulk_rate()
    yield Line("tables to engine, a second", ours, hand, ours >= 0.7 * hand, "70 %")
    if node_count() > 1:
        # The copy of the index is made now, which no reader is to wait for.
        patient = patient_client().options(request_timeout=300)
        patient.cluster.health(index=answering(), wait_for_status="green", timeout="290s")
    yield from _of_store(questions)


def _of_store(questions):
    yield Line("size, MB", raw.megabytes())
    asked = {name: [word] for name, word in zip(("broad", "typical", "rare"), questions, strict=True)}
    for name, words in (asked | {"two words": questions[:2]}).items():
        yield from _searches(name, words)
    yield from _suggestions(questions[0][:4])


def _searches(name, words):
    query = RecordQuery.from_parameters(QueryDict(f"q={'+'.join(words)}"))
    total, hand = engine().search(query, None, "en").total, raw.search(query, words)
    times, theirs = milliseconds(lambda: engine().search(query, None, "en"), hand, rounds=ROUNDS)
    most, more = (1.5, 8) if is_used() else (2, 5)
    is_met = middle(times) <= max(most * middle(theirs), middle(theirs) + more)
    name = f"{name} ({total:,} hits)"
    yield Line(f"{name}, p50, ms", middle(times), middle(theirs), is_met, f"{most} × or +{more} ms")
    yield Line(f"{name}, p95, ms", p95(times), p95(theirs))


def _suggestions(beginning):
    suggest(beginning, None, "en")
    times, theirs = milliseconds(
        lambda: suggest(beginning, None, "en"), lambda: by_hand.beginning(beginning), rounds=ROUNDS
    )
    yield Line("suggestions, p50, ms", middle(times), middle(theirs))
    yield Line("suggestions, p95, ms", p95(times), p95(theirs), p95(times) <= 30, "30 ms")
