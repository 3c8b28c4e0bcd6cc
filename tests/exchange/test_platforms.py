"""Bridges from platform to platform, in a grid and as a list, for who may see them."""

import pytest
from django.http import QueryDict

from portal.access.enums import Level
from practices.exchange.crossing import crossing_page
from tests.factories.people import editor, member_of
from tests.factories.platforms import bridge, make_platform

pytestmark = pytest.mark.django_db


def look(query="", user=None):
    return crossing_page("/exchange/platforms/", QueryDict(query), user)


def crossed(query="", user=None):
    return [
        (
            each.source.title,
            str(each.way),
            each.target.title if each.target else each.bridge.words,
            each.bridge.state.value,
        )
        for each in look(query, user).crossed
    ]


def grid(page):
    """`{(from, to): states}` of the cells that say something."""
    titles = [line.end.title for line in page.lines]
    return {
        (line.end.title, title): [state for state, _ in cell]
        for line in page.lines
        for title, cell in zip(titles, line.cells, strict=True)
        if cell
    }


@pytest.fixture
def three():
    other = make_platform("Map")
    make_platform("Register", bridges=[bridge(other, "in"), bridge(to_note="Paper", state="stopped")])
    make_platform("Archive", bridges=[bridge(other, "both", "idea"), bridge(other, "out", "running")])


def test_each_bridge_once_by_state(three):
    assert crossed() == [
        ("Archive", "both ways", "Map", "idea"),
        ("Archive", "goes out", "Map", "running"),
        ("Register", "comes in", "Map", "running"),
        ("Register", "goes out", "Paper", "stopped"),
    ]


def test_in_the_grid_data_go_from_row_to_column_the_furthest_state_first(three):
    assert grid(look()) == {
        ("Archive", "Map"): ["running", "idea"],
        ("Map", "Archive"): ["idea"],
        ("Map", "Register"): ["running"],
    }
    assert [line.end.title for line in look().lines] == ["Map", "Archive", "Register"]


def test_one_state_and_what_is_none(three):
    assert [row[3] for row in crossed("state=idea")] == ["idea"]
    assert look("state=broken&x=1").notices == [
        "“state” is not something to filter by; it was ignored.",
        "“x” is not something to filter by; it was ignored.",
    ]
    assert [label for label, _, _ in look().states] == ["All", "Idea", "Running", "Stopped"]


def test_only_what_the_reader_may_read_between_platforms_that_they_may_know_of():
    hidden = make_platform("Hidden", listed_to=Level.OWNER)
    other = make_platform("Map", bridges=[bridge(hidden, state="broken")])
    make_platform("Card only", bridges=[bridge(other)], details_to=Level.MEMBERS)

    assert crossed() == []
    assert look().lines == []
    assert crossed(user=member_of()) == [("Card only", "goes out", "Map", "running")]
    assert [row[0] for row in crossed(user=editor())] == ["Card only", "Map"]
    # A state that only a hidden bridge has is as unknown as any word.
    assert look("state=broken").notices == ["“state” is not something to filter by; it was ignored."]


def test_the_page_prints_it(client, three):
    text = client.get("/exchange/platforms/").text

    assert "Map to Register: Running" in text
    assert "nothing known" in text


def test_the_page_of_nothing_says_that_nothing_is_known(client):
    assert "Nothing known" in client.get("/exchange/platforms/").text


def test_a_bridge_that_both_sides_tell_of_is_one():
    register, archive = make_platform("Register"), make_platform("Archive")
    out = [bridge(archive, "out"), bridge(archive, "out")]
    for page, rows in ((register, out), (archive, [bridge(register, "in")])):
        page.bridges = rows
        page.save_revision().publish()
    assert len(crossed()) == 2

    archive.bridges = [bridge(register, "in", "stopped")]
    archive.save_revision().publish()

    assert len(crossed()) == 3
