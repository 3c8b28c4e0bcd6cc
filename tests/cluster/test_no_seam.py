"""Readers who ask all the time while records change, indices are built and the line breaks: each answer is whole."""

import random
import threading

import pytest
from django.db import connection

from portal.search.cluster.building import NotBuilt, build
from portal.search.cluster.client import Away
from portal.search.cluster.comparing import index_differences
from portal.search.cluster.courier import bring
from portal.search.cluster.delivering import deliver
from tests.cluster.asked import ask, told
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db(transaction=True)
SAME = [f"Wells {number}" for number in range(6)]
CHANGES = 25


class Hidden:
    """One record that is narrowed and opened again; what may be said of it at a moment is known."""

    def __init__(self):
        self.page = make_record(title="Wells of the depot", tags=["deep"])
        self._lock = threading.Lock()
        self._changes = 0
        self.is_narrow = False

    def change(self):
        """Narrows or opens it; while that is under way, either may be told."""
        with self._lock:
            self._changes += 1
        narrow = not self.is_narrow
        decide(self.page, listed_to="members" if narrow else "public")
        with self._lock:
            self.is_narrow = narrow
            self._changes += 1

    def now(self):
        """What a reader notes before and after a question: an even number while nothing is under way."""
        with self._lock:
            return self._changes, self.is_narrow


def reads(hidden, is_over, odd):
    """Asks until it is over; notes every answer that cannot be right."""
    while not is_over.is_set():
        before, is_narrow = hidden.now()
        result = ask()
        titles = sorted(hit.title for hit in result.hits)
        others = [title for title in titles if title != "Wells of the depot"]
        tags = {each.value.value: each.count for each in result.facets.get("tag", ())}
        if others != SAME:
            odd.append(("others", titles))
        was_narrow = is_narrow and before % 2 == 0 and before == hidden.now()[0]
        if was_narrow and (titles, result.total, tags) != (SAME, len(SAME), {}):
            odd.append(("told", titles, result.total, tags))
    connection.close()


def until_over(is_over, work):
    """Does it again and again; the cluster may be away."""
    while not is_over.wait(0.01):
        try:
            work()
        except (Away, NotBuilt):
            continue
    connection.close()


def breaks(line):
    """Cuts the line, lets it hang or mends it; by chance, the same in each run."""
    chance = random.Random(8)
    return lambda: chance.choice([line.cut, line.hang, line.mend, line.mend])()


@pytest.mark.parametrize("breaking", [False, True], ids=["a steady line", "a line that breaks"])
def test_no_answer_is_empty_double_or_stale(cluster, settings, breaking):
    for title in SAME:
        make_record(title=title)
    hidden, is_over, odd = Hidden(), threading.Event(), []
    deliver()
    settings.ELASTICSEARCH_TIMEOUT = 0.5 if breaking else 10.0
    works = [lambda: reads(hidden, is_over, odd)] * 2
    works += [lambda work=work: until_over(is_over, work) for work in (bring, build, *([breaks(cluster)] * breaking))]
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for _ in range(CHANGES):
        hidden.change()
    is_over.set()
    for thread in threads:
        thread.join()

    assert odd == []
    cluster.mend()
    settings.ELASTICSEARCH_TIMEOUT = 10.0
    deliver()
    build()
    assert told()[:2] == (SAME, len(SAME))
    assert list(index_differences()) == []
