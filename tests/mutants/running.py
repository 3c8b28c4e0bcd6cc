"""Runs each test again and again in one process: as the portal is, then once for each mutant that it reaches."""

from collections import defaultdict

import pytest
from _pytest.runner import runtestprotocol
from django.core.cache import caches

from tests.mutants.calls import ROOT
from tests.mutants.ledger import ASKED, NOTICED
from tests.mutants.order import distance
from tests.mutants.switch import SWITCH

COUNTING = frozenset({"django_assert_num_queries", "django_assert_max_num_queries"})
"""How often the database is asked says nothing of access: tests that count it do not notice a mutant."""


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
        reports = self._reports(item, None)
        if failed := [each for each in reports if each.failed]:
            pytest.exit(f"{item.nodeid} fails without any mutant:\n{failed[0].longreprtext}", returncode=1)
        asked = SWITCH.asked
        for place in asked - self.asked:
            self.ledger.note(ASKED, place)
        self.asked |= asked
        for place in sorted(asked & self.ledger.unnoticed):
            if self._sees(item, place):
                self.ledger.note(NOTICED, place, item.nodeid)
                print(f"{place} noticed by {item.nodeid}", flush=True)

    def _sees(self, item, place):
        self.seen = []
        self._reports(item, place)
        if SWITCH.broken:
            pytest.exit(f"{item.nodeid}: {place} cannot answer everything: {SWITCH.broken!r}", returncode=1)
        return bool(self.seen) and place in SWITCH.asked

    def _reports(self, item, place):
        """One run, after which is still there what the test's module and session have made."""
        for cache in caches.all():
            cache.clear()
        with SWITCH.turned(place):
            return runtestprotocol(item, log=False, nextitem=item.parent)

    def _put_away(self, following):
        """What the next test does not need, which pytest would have done after the last run."""
        self.session._setupstate.teardown_exact(following)
