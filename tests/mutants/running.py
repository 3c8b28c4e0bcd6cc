"""Runs each test in one process with every mutant that nobody noticed, and again with fewer where it fails."""

from collections import defaultdict
from contextlib import nullcontext
from dataclasses import dataclass

import pytest
from _pytest.runner import runtestprotocol
from django.core.cache import caches

from tests.mutants.calls import ROOT
from tests.mutants.ledger import ASKED, NOTICED
from tests.mutants.order import distance
from tests.mutants.switch import SWITCH

COUNTING = frozenset({"django_assert_num_queries", "django_assert_max_num_queries"})
"""How often the database is asked says nothing of access: tests that count it do not notice a mutant."""


@dataclass(frozen=True)
class Run:
    """One run of a test: whether it failed, whether it saw what it does not want, which places it asked."""

    failed: bool
    saw: bool
    asked: frozenset


class Running:
    """Takes one file of tests after the other, until every mutant is noticed or no file is left to take."""

    def __init__(self, session, ledger):
        self.session, self.ledger = session, ledger
        self.asked, self.seen = set(), []

    def run(self):
        for item in self._mine():
            if not self.ledger.unnoticed:
                break
            self._put_away(item)
            self._look_with(item)
        self._put_away(None)

    @pytest.hookimpl
    def pytest_runtest_makereport(self, call):
        # A mutant that breaks a page is not noticed by that: the test has to see something that it does not want.
        if call.when == "call" and call.excinfo and call.excinfo.errisinstance((AssertionError, pytest.fail.Exception)):
            self.seen.append(call)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        # What a file or a session makes stays for other runs: it is made as the portal is.
        with nullcontext() if fixturedef.scope == "function" else SWITCH.off():
            return (yield)

    def _mine(self):
        files = defaultdict(list)
        for item in self.session.items:
            files[item.path].append(item)
        while files:
            unnoticed = self.ledger.unnoticed
            path = min(files, key=lambda path: distance(path.relative_to(ROOT), unnoticed))
            items = files.pop(path)
            if self.ledger.take(path):
                yield from (item for item in items if COUNTING.isdisjoint(item.fixturenames))

    def _look_with(self, item):
        """All mutants that are not noticed yet at once; where the test fails, it looks at fewer of them."""
        together = self._run(item, self.ledger.unnoticed)
        self._note(together.asked)
        if not together.failed:
            return
        alone = self._run(item, ())
        self._note(alone.asked)
        if alone.failed:
            pytest.exit(f"{item.nodeid} fails without any mutant", returncode=1)
        places = sorted((together.asked | alone.asked) & self.ledger.unnoticed)
        for place in noticed(lambda some: self._run(item, some), places):
            self.ledger.note(NOTICED, place, item.nodeid)
            print(f"{place} noticed by {item.nodeid}", flush=True)

    def _note(self, asked):
        for place in asked - self.asked:
            self.ledger.note(ASKED, place)
        self.asked |= asked

    def _run(self, item, places):
        """One Run, after which is still there what the test's module and session have made."""
        self.seen, SWITCH.broken = [], None
        for cache in caches.all():
            cache.clear()
        with SWITCH.turned(*places):
            reports = runtestprotocol(item, log=False, nextitem=item.parent)
        if SWITCH.broken and len(places) == 1:
            pytest.exit(f"{item.nodeid}: {places} cannot answer everything: {SWITCH.broken!r}", returncode=1)
        return Run(any(each.failed for each in reports), bool(self.seen), frozenset(SWITCH.asked))

    def _put_away(self, following):
        """What the next test does not need, which pytest would have done after the last run."""
        self.session._setupstate.teardown_exact(following)


def noticed(run, places):
    """Those of `places` that a test notices alone, found by halves: ten among a hundred take some sixty runs.

    `run(places)` gives a Run. What only shows beside another is not noticed; what fails for another reason than what
    the test sees may hide others behind it, and is taken apart all the same.
    """
    if not places:
        return
    found = run(places)
    if len(places) == 1:
        yield from places if found.saw and places[0] in found.asked else ()
    elif found.failed:
        middle = len(places) // 2
        yield from noticed(run, places[:middle])
        yield from noticed(run, places[middle:])
