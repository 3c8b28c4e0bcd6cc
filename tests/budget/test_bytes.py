"""What a page costs a visitor over the wire, with all that it draws: for people on slow and paid links."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from portal.access.models import RecordIdentity
from portal.records.models import RecordPage

HOME_OR_LIST, RECORD, FIRST_SCREEN = 25_000, 30_000, 14_000
"""Bytes after compression: a page with its style and its icons; what is needed to read its title and first words."""
LISTS = [
    "/",
    "/search/?q=data",
    "/case-studies/",
    "/practices/",
    "/holdings/",
    "/needs/",
    "/platforms/",
    "/flows/",
    "/organisations/",
    "/lessons/",
]
DRAWN = re.compile(r'(?:href|src)="/static/([^"#]+)')

pytestmark = pytest.mark.usefixtures("db")


def compressed(content):
    """Bytes as nginx sends them."""
    return len(gzip.compress(content, 6))


def page(path, language="en"):
    response = Client().get(path if language == "en" else f"/{language}{path}")
    assert response.status_code == 200, path
    return response


def cost(response):
    """Bytes of a page with each file that it draws, and these files."""
    files = set(DRAWN.findall(response.text))
    sizes = [compressed(Path(finders.find(name)).read_bytes()) for name in files]
    return compressed(response.content) + sum(sizes), files


@pytest.fixture(scope="module")
def records(db):
    """The addresses of all public records in English, the longest page first."""
    found = [each.get_url() for each in RecordPage.objects.visible_to(None).filter(locale__language_code="en")]
    return sorted(found, key=lambda path: -len(page(path).content))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("path", LISTS)
def test_home_and_lists(path, language):
    total, files = cost(page(path, language))

    assert total <= HOME_OR_LIST
    assert len(files) <= 3


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_longest_records(records, language):
    costs = {path: cost(page(path, language))[0] for path in records[:5]}

    assert {path: total for path, total in costs.items() if total > RECORD} == {}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_title_and_first_words_come_first(records, language):
    style = compressed(Path(finders.find("portal/css/portal.css")).read_bytes())
    for path in (*LISTS, *records[:5]):
        html = page(path, language).text
        read = html.index('class="row"' if path in LISTS[1:] else "</p>", html.index("<h1"))

        assert compressed(html[:read].encode()) + style <= FIRST_SCREEN, path


@pytest.mark.parametrize("path", [*LISTS, "/glossary/", "/about/", "/nothing/"])
def test_no_cookie_no_token(path):
    response = Client().get(path)

    assert not response.cookies
    assert "csrf" not in response.text
    assert "nonce" not in response.text


def test_no_script_on_public_pages(records):
    for path in (*LISTS, records[0]):
        scripts = re.findall(r"<script(?![^>]*application/ld\+json)", page(path).text)
        assert scripts == []


def test_there_is_something_to_measure(records):
    assert len(records) == 12 + 34 + 35 + 20 + 42 + 111 + 8 + 1
    assert RecordIdentity.objects.filter(kind="organisation").count() == 122
