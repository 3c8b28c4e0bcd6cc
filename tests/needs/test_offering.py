"""A search that finds nothing offers to record its words as a need."""

from urllib.parse import parse_qs, urlsplit

import pytest

from practices.needs.models import DataNeedPage
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db
WORDS = "blast injuries & clinics"


def beginnings(client, path="/search/"):
    return [(each.text, each.url) for each in client.get(path, {"q": WORDS}).context["listing"].beginnings]


def test_an_editor_gets_the_form_with_the_words_filled_in(client):
    client.force_login(editor())

    ((text, url),) = beginnings(client)
    form = client.get(url)

    assert text == "Record this as a data need"
    assert parse_qs(urlsplit(url).query) == {"title": [WORDS]}
    assert form.context["form"]["title"].value() == WORDS
    assert isinstance(form.context["page"] if "page" in form.context else form.context["form"].instance, DataNeedPage)


def test_others_are_shown_what_others_need(client):
    assert beginnings(client) == [("See what others need", "/needs/")]
    assert beginnings(client, "/fr/search/")[0][1] == "/fr/needs/"
    client.force_login(member_of())
    assert beginnings(client) == [("See what others need", "/needs/")]


def test_a_member_gets_the_short_form_with_the_words_filled_in(client):
    client.force_login(member_of(OrganisationFactory()))

    ((_text, url),) = beginnings(client, "/fr/search/")
    form = client.get(url)

    assert url.startswith("/fr/contribute/needs/?")
    assert form.context["asked"].fields_form["title"].value() == WORDS


def test_nothing_is_offered_where_something_was_found_or_nothing_asked(client):
    assert client.get("/search/").context["listing"].beginnings == []
