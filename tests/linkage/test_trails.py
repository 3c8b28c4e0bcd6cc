"""A trail goes from a record over a second to a third, as far as its reader may see both links and all three."""

from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.access.enums import Level
from portal.linkage.around import around
from portal.linkage.queries import links_of
from practices.models import PracticePage
from tests.factories.people import editor, member_of
from tests.factories.records import make_record
from tests.linkage.test_links import VISITOR, link, reading

pytestmark = pytest.mark.django_db


def trails(record, user=VISITOR):
    """Pairs of where a trail ends and through what."""
    found = around(record.key, user).trails
    return [(trail.end.title, [each.title for each in trail.through]) for trail in found]


def practice_of(*titles, **options):
    """A practice and cases that prove it."""
    practice = make_record(PracticePage, title="Ask")
    return practice, [make_record(title=title, links=[link("evidences", practice)], **options) for title in titles]


def test_two_cases_of_one_practice_lead_to_each_other():
    _, (first, second) = practice_of("First", "Second")

    assert trails(first) == [("Second", ["Ask"])]
    assert trails(second) == [("First", ["Ask"])]


def test_what_is_linked_directly_is_no_trail():
    practice, (first, second) = practice_of("First", "Second")
    third = make_record(title="Third", links=[link("evidences", practice), link("derived_from", first)])

    assert trails(third) == [("Second", ["Ask"])]
    assert trails(practice) == []
    assert trails(second) == [("First", ["Ask"]), ("Third", ["Ask"])]


def test_the_most_ways_there_come_first_and_no_more_than_six():
    ask, cases = practice_of(*(f"Case {number}" for number in range(9)))
    map_it = make_record(PracticePage, title="Map", links=[link("derived_from", cases[8])])
    start = make_record(title="Start", links=[link("evidences", ask), link("evidences", map_it)])

    found = trails(start)

    assert found[0] == ("Case 8", ["Ask", "Map"])
    assert found[1:] == [(f"Case {number}", ["Ask"]) for number in range(5)]


@pytest.mark.parametrize("hidden", [{"listed_to": Level.OWNER}, {"details_to": Level.OWNER}])
def test_a_trail_to_or_over_what_one_may_not_see_is_absent(hidden):
    practice, (first,) = practice_of("First")
    make_record(title="Hidden", links=[link("evidences", practice)], **hidden)

    assert trails(first) == trails(first, member_of()) == []
    assert trails(first, editor()) == [("Hidden", ["Ask"])]


def test_a_trail_over_a_hidden_record_is_absent():
    secret = make_record(PracticePage, title="Secret", listed_to=Level.OWNER)
    first, _ = (make_record(title=title, links=[link("evidences", secret)]) for title in ("First", "Second"))

    assert trails(first) == []
    assert trails(first, editor()) == [("Second", ["Secret"])]


def test_links_to_what_one_may_not_see_take_no_place_of_others(monkeypatch):
    monkeypatch.setattr("portal.linkage.trails.MOST_LOOKED_AT", 2)
    secrets = [link("derived_from", make_record(listed_to=Level.OWNER)) for _ in range(3)]
    # The first key of all: its own links are looked at first.
    practice = make_record(PracticePage, title="Ask", links=secrets, translation_key=UUID(int=1))
    first, _ = (make_record(title=title, links=[link("evidences", practice)]) for title in ("First", "Second"))

    assert trails(first) == [("Second", ["Ask"])]


def test_links_that_a_page_shows_apart_stand_apart_and_begin_no_trail():
    practice, (first, _) = practice_of("First", "Second")

    found = around(first.key, VISITOR, apart={("evidences", False)})

    assert (found.links, found.trails) == ([], [])
    assert found.apart == links_of(first.key, VISITOR) == around(first.key, VISITOR).links
    assert set(found.ends) == {practice.key}


@pytest.mark.parametrize("number", [1, 12])
def test_any_number_of_links_takes_the_same_queries(django_assert_num_queries, number):
    practice, (start,) = practice_of("Start")
    for count in range(number):
        make_record(title=f"Case {count}", links=[link("evidences", practice)])

    # What is said, what is two links away, all ends.
    with reading(), django_assert_num_queries(3):
        assert len(around(start.key, AnonymousUser()).trails) == min(number, 6)


def test_the_page_of_a_record_prints_its_trails(client):
    _, (first, second) = practice_of("First", "Second")

    text = client.get(first.url).text

    assert "Two steps away" in text
    assert f'href="{second.url}">Second</a>' in text
