"""Every number on the exchange and on the six questions leads to a list of just as many entries."""

import re
from functools import cache

import pytest
from django.test import Client

from tests.factories.people import OrganisationFactory, member_of
from tests.first_content import first_content
from tests.home.content import taken_back

pytestmark = pytest.mark.django_db
VIEWS = (
    "",
    "?direction=from_mine_action",
    "?direction=to_mine_action",
    "?rows=organisation",
    "?rows=organisation&direction=from_mine_action",
    "?country=irq&direction=to_mine_action",
    "?data_kind=hazards",
    "?sector=mine_action&direction=to_mine_action",
    "?sector=education&rows=organisation",
    "?state=possible",
)


@pytest.fixture(scope="module")
def readers(django_db_setup, django_db_blocker):
    """A visitor and a member, over the first content."""
    with first_content(django_db_blocker), taken_back():
        member = Client()
        member.force_login(member_of(OrganisationFactory()))
        yield {"visitor": Client(), "member": member}


def numbers(page):
    """Number and address of everything on a page of the exchange that is counted and leads somewhere."""
    for row in page.matrix.rows:
        for marks in row.cells:
            yield from ((mark.count, mark.url) for mark in marks)
    for meeting in page.meetings:
        yield from ((meeting.has, meeting.has_url), (meeting.needs, meeting.needs_url))
        yield meeting.flows, meeting.flows_url
        yield from ((int(re.search(r"\d+", words)[0]), url) for words, url in meeting.others)


@cache
def total(client, address):
    """How many entries a list has, or the table of flows. Many numbers lead to the same one: it is asked once, since
    nothing is written meanwhile."""
    context = client.get(address).context
    return context["page"].table.total if address.startswith("/exchange/") else context["listing"].total


def wrong(client, found):
    """Of the pairs of number and address those that lead to another number, with what is there."""
    return [(count, url, there) for count, url in sorted(found) if (there := total(client, asked(url))) != count]


def asked(url):
    """The address without the place on the page."""
    return url.partition("#")[0]


@pytest.mark.parametrize("who", ["visitor", "member"])
@pytest.mark.parametrize("view", VIEWS)
def test_on_the_exchange(readers, who, view):
    client = readers[who]
    page = client.get(f"/exchange/{view}").context["page"]
    found = {(count, url) for count, url in numbers(page) if count and url}

    assert found
    assert wrong(client, found) == []


@pytest.mark.parametrize("who", ["visitor", "member"])
@pytest.mark.parametrize("path", ["/", "/questions/"])
def test_on_the_questions(readers, who, path):
    client = readers[who]
    questions = client.get(path).context["questions"]
    figures = {(figure.count, figure.url) for question in questions for figure in question.figures if figure.url}
    lines = [(line.text, line.url) for question in questions for line in question.lines if "?" in line.url]
    found = figures | {(int(re.search(r"(\d+) \D*$", text)[1]), url) for text, url in lines}

    assert found
    assert wrong(client, found) == []
