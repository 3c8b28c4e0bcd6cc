"""Where no record speaks, a page has no word of another language: so a sentence that nobody marked is found too."""

import re

import pytest

from portal.core.catalogues import kept
from tests.factories.people import UserFactory
from tests.languages.reading import said_in

pytestmark = pytest.mark.django_db

FOR_EVERYONE = (
    "/",
    "/search/",
    "/search/?q=1+2+3+4+5+6&from=1&sort=2&page=99",
    "/search/?q=-1",
    "/case-studies/",
    "/practices/",
    "/organisations/",
    "/lessons/",
    "/about/",
    "/trust/",
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/signup/",
    "/no-such-page/",
)
FOR_MEMBERS = (
    "/accounts/email/",
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/reauthenticate/",
)
WORD = re.compile(r"[A-Za-z]{3,}")
FORMAT = re.compile(r" \((Atom|CSV|JSON|XLSX)\)$")
KEPT_IN_LATIN = {"Atom", "CSV", "GICHD", "IMSMA", "JSON", "UNMAS", "XLSX", "example", "org"}
"""Names, names of formats and parts of addresses that Arabic keeps as they are."""


@pytest.fixture
def signed_in(client):
    client.force_login(UserFactory(email="me@example.org"))
    return client


def latin_words(html):
    said = said_in("ar", html)
    assert len(said) > 5
    return {word for text in said for word in WORD.findall(text)}


def shared_with_english(french, english):
    """What both pages say in the same words, without what the catalogue says should be the same."""
    alike = {message.string for message in kept("fr") if message.id == message.string}
    # A file of the list is called as the list, with its format.
    shared = {FORMAT.sub("", text) for text in said_in("fr", french) & said_in("en", english)}
    return {text for text in shared if WORD.search(text)} - alike


@pytest.mark.parametrize("path", FOR_EVERYONE)
def test_arabic_has_no_latin_words(client, path):
    assert latin_words(client.get(f"/ar{path}").text) - KEPT_IN_LATIN == set()


@pytest.mark.parametrize("path", FOR_MEMBERS)
def test_arabic_has_no_latin_words_for_members(signed_in, path):
    assert latin_words(signed_in.get(f"/ar{path}", follow=True).text) - KEPT_IN_LATIN == set()


@pytest.mark.parametrize("path", FOR_EVERYONE)
def test_french_shares_no_words_with_english(client, path):
    french, english = (client.get(prefix + path).text for prefix in ("/fr", ""))

    assert shared_with_english(french, english) == set()


@pytest.mark.parametrize("path", FOR_MEMBERS)
def test_french_shares_no_words_with_english_for_members(signed_in, path):
    french, english = (signed_in.get(prefix + path, follow=True).text for prefix in ("/fr", ""))

    assert shared_with_english(french, english) - {"me@example.org"} == set()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_mistakes_in_a_form_are_said_in_the_language(client, language):
    answers = [
        client.post(f"{prefix}/accounts/login/", {"login": "no address"}).text for prefix in (f"/{language}", "")
    ]

    own, english = (said_in(code, html) for code, html in zip((language, "en"), answers, strict=True))

    errors = {"This field is required.", "Enter a valid email address."}
    assert errors <= english
    assert errors & own == set()
