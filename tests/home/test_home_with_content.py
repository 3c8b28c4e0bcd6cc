"""The home page over the first content: its examples find something, its questions have what the content can say."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from portal.search.engines import engine
from portal.search.query import RecordQuery
from tests.first_content import first_content
from tests.home.content import taken_back

EXAMPLE = re.compile(r'<li><a href="(/search/\?q=[^"]+)">')


@pytest.fixture(scope="module")
def content(django_db_setup, django_db_blocker):
    with first_content(django_db_blocker) as counts:
        yield counts


@pytest.fixture
def home(content):
    with taken_back():
        yield Client().get("/")


def test_each_example_finds_entries_with_all_its_words(home):
    examples = [unescape(address) for address in EXAMPLE.findall(home.content.decode())]

    queries = {address: RecordQuery.from_parameters(QueryDict(urlsplit(address).query)) for address in examples}

    assert len(examples) == 3
    assert [a for a, query in queries.items() if not engine().search(query, None, "en").all_words] == []


def test_every_question_has_figures_of_the_lists_behind_them(home):
    questions = home.context["questions"]
    listed = [figure for each in questions for figure in each.figures if figure.url]

    assert [each.number for each in questions if not each.figure or not each.url] == []
    assert [Client().get(each.url).context["listing"].total for each in listed] == [each.count for each in listed]


def test_three_cases_and_their_countries_are_offered(home):
    countries = [country["key"] for country in home.context["countries"]]
    pages = {key: Client().get(f"/countries/{key}/").context["country"] for key in countries}
    empty = [key for key, page in pages.items() if not any(part.hits for part in page.parts)]

    assert len(home.context["latest"]) == 3
    assert countries
    assert empty == []
