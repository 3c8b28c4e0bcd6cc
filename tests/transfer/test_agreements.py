"""A file and a feed of agreements: what they cover as far as one may know of it, and where each stands today."""

from datetime import date

import pytest
from django.test import Client

from portal.access.enums import Level
from tests.factories.agreements import make_agreement, make_protocol
from tests.factories.needs import make_holding
from tests.factories.people import editor
from tests.transfer.taking import table

pytestmark = pytest.mark.django_db


def test_what_it_covers_is_for_who_may_know_of_it():
    known, hidden = make_holding(title="Known"), make_holding(title="Hidden", listed_to=Level.OWNER)
    make_agreement(covers=[known, hidden])

    cells = [table("/agreements.csv", user)[0]["holdings"] for user in (None, editor())]

    assert cells == [
        f"{known.identity.code} Known",
        f"{known.identity.code} Known | {hidden.identity.code} Hidden",
    ]


def test_a_state_is_said_in_words_and_classes_with_their_kind_of_data():
    make_protocol({"hazards": "high"}, ends_on=date(2026, 1, 2))

    (row,) = table("/agreements.csv")

    assert (row["state"], row["ends_on"]) == ("Expired", "2026-01-02")
    assert row["classes"] == "Explosive ordnance hazards – High"


def test_a_feed_tells_of_new_ones():
    make_agreement("For everybody")
    make_agreement("For its parties", listed_to=Level.NAMED)

    text = Client().get("/agreements.atom").text

    assert ["For everybody" in text, "For its parties" in text] == [True, False]
