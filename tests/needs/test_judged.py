"""Matches beside what people judged by hand, over the first content (data/judged_matches.csv)."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from portal.records.models import RecordPage
from practices.needs.models import DataNeedPage
from practices.needs.queries import fits_of
from tests.factories.people import member_of
from tests.first_content import first_content
from tests.home.content import taken_back

JUDGED = Path(__file__).parent / "data" / "judged_matches.csv"
FIRST = 3


@pytest.fixture(scope="module")
def first_three(django_db_setup, django_db_blocker):
    """By source id of a need, those of its three best holdings as a member is shown them."""
    with first_content(django_db_blocker), taken_back():
        ids = dict(RecordPage.objects.exclude(source_id="").values_list("translation_key", "source_id"))
        needs = DataNeedPage.objects.live().exclude(source_id="").values_list("translation_key", "source_id")
        member = member_of()
        found = {need: fits_of(key, "need", member, is_readable=True).shown[:FIRST] for key, need in needs}
    return {need: [ids[fit.end.key] for fit in fits] for need, fits in found.items()}


def judged(verdict):
    with JUDGED.open(encoding="utf-8") as file:
        found = defaultdict(set)
        for row in csv.DictReader(file):
            if row["verdict"] == verdict:
                found[row["need"]].add(row["holding"])
    return found


def test_a_right_holding_is_among_the_first_three_of_nine_needs_in_ten(first_three):
    right = judged("right")

    missed = [need for need, holdings in right.items() if not holdings & set(first_three.get(need, ()))]

    assert len(missed) <= len(right) / 10, missed


def test_what_was_judged_wrong_is_not_among_the_first_three(first_three):
    pairs = {(need, each) for need, holdings in judged("wrong").items() for each in holdings}

    shown = {(need, each) for need, holdings in first_three.items() for each in holdings}

    assert not pairs & shown
