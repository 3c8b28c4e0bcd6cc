"""The editors' report of searches: nothing that one alone may have asked, and a step on from what found nothing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.search.models import AskedSearch
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
URL = "/review/searches/"


def add(text, *, days=0, asked=1, without_result=0, opened=0, people=1):
    day = timezone.localdate() - timedelta(days=days)
    AskedSearch.objects.create(
        day=day, text=text, asked=asked, without_result=without_result, opened=opened, people=people
    )


def report(client):
    context = client.get(URL).context
    return {name: [row.text for row in context[name]] for name in ("frequent", "without_result", "unopened")}


@pytest.fixture
def editors_client(client):
    client.force_login(editor())
    return client


def test_it_is_for_editors(client):
    assert client.get(URL).status_code == 302
    client.force_login(member_of())
    assert client.get(URL).status_code == 404


def test_who_speaks_for_an_organisation_does_not_get_it(client):
    client.force_login(member_of(OrganisationFactory(), focal_point=True))
    assert client.get(URL).status_code == 404


def test_figures_are_of_what_was_searched_for_and_opened(editors_client):
    page = make_record(title="Wells")
    for number in range(3):
        visitor = Client(REMOTE_ADDR=f"192.0.2.{number}")
        for text in ("wells", "Wells ", "balloons"):
            visitor.get("/search/", {"q": text})
        visitor.get(page.get_url(), headers={"referer": "http://testserver/search/?q=wells"})
    Client(REMOTE_ADDR="192.0.2.9").get("/search/?q=somebody+alone")

    context = editors_client.get(URL).context

    figures = {
        name: [(row.text, row.times, row.without_result, row.opened) for row in context[name]]
        for name in ("frequent", "without_result", "unopened")
    }
    assert figures == {
        "frequent": [("wells", 6, 0, 3), ("balloons", 3, 3, 0)],
        "without_result": [("balloons", 3, 3, 0)],
        "unopened": [],
    }


def test_it_says_nothing_of_who_asked(editors_client):
    for number in range(2):
        user = member_of(OrganisationFactory(name_en=f"Asking body {number}"))
        client = Client(REMOTE_ADDR=f"198.51.100.{number}")
        client.force_login(user)
        for text in ("wells", user.email, "33.3128, 44.3615", "is it safe to go to Hajin?"):
            client.get("/search/", {"q": text})

    page = editors_client.get(URL).text

    assert [row.text for row in editors_client.get(URL).context["frequent"]] == ["wells"]
    for personal in ("198.51.100", "Asking body", user.email, "33.3128", "Hajin"):
        assert personal not in page


def test_what_is_asked_most_finds_nothing_or_is_not_opened(editors_client):
    add("wells", asked=9, opened=2, people=3)
    add("roads", asked=4, people=2)
    add("balloons", asked=3, without_result=3, people=2)
    add("long ago", days=30, asked=50, people=5)

    assert report(editors_client) == {
        "frequent": ["wells", "roads", "balloons"], "without_result": ["balloons"], "unopened": ["roads"],
    }  # fmt: skip


def test_words_of_one_person_on_one_day_are_in_no_list(editors_client):
    add("a name", asked=7, without_result=7)
    add("twice", days=1, without_result=1)
    add("twice", days=3, without_result=1)

    assert report(editors_client) == {"frequent": ["twice"], "without_result": ["twice"], "unopened": []}


def test_a_step_leads_to_a_need_and_to_the_glossary(editors_client):
    add("food & bread", asked=2, without_result=2, people=2)

    steps = editors_client.get(URL).context["without_result"][0].steps
    urls = [step.url for step in steps]

    assert [url.partition("?")[2] for url in urls] == ["title=food%20%26%20bread", "term_en=food%20%26%20bread"]
    for url in urls:
        assert 'value="food &amp; bread"' in editors_client.get(url).text
    in_french = editors_client.get(f"/fr{URL}").context["without_result"][0].steps
    assert in_french[1].url.endswith("?term_fr=food%20%26%20bread")


def test_it_takes_as_many_queries_for_many_words(editors_client, django_assert_max_num_queries):
    editors_client.get(URL)
    for number in range(30):
        add(f"word {number}", asked=3, without_result=2, people=2)

    with django_assert_max_num_queries(15):
        assert len(editors_client.get(URL).context["frequent"]) == 20


def test_editors_find_it(editors_client):
    assert f'href="{URL}"' in editors_client.get("/review/").text
