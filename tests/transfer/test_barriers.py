"""What stands in the way of requests, taken away: the numbers of the page, the same for everyone."""

from datetime import UTC, datetime

import pytest

from tests.access.clock import standing
from tests.factories.people import OrganisationFactory, editor
from tests.factories.requests import refused
from tests.transfer.taking import table

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
PAST = datetime(2026, 8, 15, tzinfo=UTC)
SHOWN = ("reason", "data_kind", "region", "region_label", "requests")


def rows(user=None):
    with standing(NOW):
        return [tuple(row[name] for name in SHOWN) for row in table("/barriers.csv", user)]


def test_each_number_has_a_row_and_what_is_told_of_few_has_none():
    holders = [OrganisationFactory() for _ in range(5)]
    for holder in holders:
        refused(holder, at=PAST)
        refused(holder, at=PAST, why=None, kinds=["hazards"], countries=[])
    for holder in holders[:2] * 3:
        refused(holder, at=PAST, why="capacity")

    assert rows() == [
        ("no_legal_basis", "accidents_victims", "m49_142", "Asia", "5"), ("no_reply", "hazards", "", "", "5"),
    ]  # fmt: skip
    assert rows(editor()) == rows()
