"""What was read for who signed in is kept until anything is written."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from portal.core import kept_reads
from portal.core.kept_reads import forget, kept_read
from portal.taxonomy.models import Sector

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty():
    forget()
    yield
    forget()


class Read:
    """Counts how often it was read."""

    def __init__(self, meanwhile=lambda: None):
        self.times, self.meanwhile = 0, meanwhile

    def __call__(self):
        self.times += 1
        self.meanwhile()
        return self.times


def written():
    Sector.objects.filter(key="education").update(sort_order=7)


def test_it_is_read_once_until_something_is_written():
    read = Read()

    assert [kept_read("list", "/a/", "reader", read) for _ in range(2)] == [1, 1]
    written()
    assert [kept_read("list", "/a/", "reader", read) for _ in range(2)] == [2, 2]


def test_places_addresses_readers_languages_and_days_are_apart(monkeypatch):
    read = Read()
    for place, asked, reader in (("list", "/a/", 1), ("board", "/a/", 1), ("list", "/b/", 1), ("list", "/a/", 2)):
        kept_read(place, asked, reader, read)
    with override("fr"):
        kept_read("list", "/a/", 1, read)
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *arguments: tomorrow)
    monkeypatch.setattr(kept_reads, "localdate", timezone.localdate)
    kept_read("list", "/a/", 1, read)

    assert read.times == 6


def test_what_was_read_while_somebody_wrote_is_given_to_nobody_else():
    read = Read(meanwhile=written)

    assert [kept_read("list", "/a/", 1, read) for _ in range(2)] == [1, 2]


def test_inside_a_transaction_nothing_is_kept():
    read = Read()
    with transaction.atomic():
        assert [kept_read("list", "/a/", 1, read) for _ in range(2)] == [1, 2]

    assert kept_read("list", "/a/", 1, read) == 3


def test_it_is_kept_for_minutes_and_not_without_end(monkeypatch):
    read = Read()
    kept_read("list", "/a/", 1, read)
    monkeypatch.setattr(kept_reads, "SECONDS", -1)

    assert kept_read("list", "/a/", 1, read) == 2


def test_odd_addresses_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(kept_reads, "MOST", 2)
    read = Read()
    for asked in "abcde":
        kept_read("list", asked, 1, read)
        assert len(kept_reads._kept[2]) <= 2


def test_what_does_not_last_is_read_each_time():
    read = Read()

    assert [kept_read("list", "/a/", 1, read, lambda found: found > 1) for _ in range(3)] == [1, 2, 2]
