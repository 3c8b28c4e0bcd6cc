"""Two renewals at once: what is older never replaces what is newer."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from portal.records.models import RecordPage
from practices.needs import renewing
from practices.needs.models import Match
from practices.needs.renewing import renew_all, renew_for
from tests.factories.needs import kinds, make_holding, make_need

pytestmark = pytest.mark.django_db


def pairs():
    return set(Match.objects.values_list("need", "holding"))


def test_what_changes_while_all_are_worked_out_is_not_written_over(monkeypatch):
    monkeypatch.setattr(renewing, "BATCH", 1)
    needs, holding = [make_need(), make_need()], make_holding()
    changes = iter([lambda: _becomes(holding, "market_prices"), lambda: make_holding(title="New")])

    def meanwhile():
        next(changes, lambda: None)()
        renew_for([holding.key])

    renew_all(tell=meanwhile)

    new = RecordPage.objects.get(title="New")
    assert pairs() == {(need.key, new.key) for need in needs}


def _becomes(page, kind):
    page.data_kinds = kinds(kind)
    page.save_revision().publish()


@pytest.mark.django_db(transaction=True)
def test_a_renewal_reads_only_when_it_is_its_turn():
    need, holding = make_need(), make_holding()
    Match.objects.all().delete()

    def renew():
        try:
            renew_for([need.key])
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as worker:
        with transaction.atomic():
            renewing._wait_for_turn()
            done = worker.submit(renew)
            _becomes(need, "market_prices")
        done.result()

    assert pairs() == set()
    renew_for([holding.key])
    assert pairs() == set()
