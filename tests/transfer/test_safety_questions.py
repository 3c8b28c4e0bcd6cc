"""Whether a place is safe is answered by no file either: a list that finds the words without the question is empty."""

import csv

import pytest

from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def rows(client, words):
    return list(csv.reader(client.get("/search.csv", {"q": words}).getvalue().decode("utf-8-sig").splitlines()))


def test_a_question_whether_a_place_is_safe_gives_no_row(client):
    make_record(title="Is Mosul safe for teams")

    assert len(rows(client, "Mosul teams")) == 2
    assert len(rows(client, "is Mosul safe?")) == 1
