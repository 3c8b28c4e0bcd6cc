"""“Did you mean”: a link to the same search without typing errors, where that finds more."""

import pytest

from portal.access.enums import Level
from tests.factories.people import member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def meant(client, q):
    offer = client.get("/search/", {"q": q}).context["listing"].meant
    return offer and (offer.text, offer.url)


def test_a_search_without_hits_is_offered_without_its_errors(client):
    make_record(title="Contamination of wells")

    assert meant(client, "contaminaton wells") == ("Contamination wells", "/search/?q=Contamination%20wells")
    page = client.get("/search/?q=contaminaton+wells&kind=case_study").text
    assert '<a href="/search/?q=Contamination%20wells&amp;kind=case_study" rel="nofollow">' in page


def test_words_that_find_something_are_left_alone(client):
    make_record(title="Wells", summary="Deep")
    make_record(title="Bells", summary="Loud")

    assert meant(client, "wells") is None
    assert meant(client, "wells -bellz") is None


def test_an_article_stays(client):
    make_record(title="Résultats de l'enquête")

    assert meant(client, "résultats de l’enqete")[0] == "résultats de l’enquête"


def test_few_hits_are_doubted_where_the_other_word_is_far_more_frequent(client):
    make_record(title="A case", summary="", results="<p>About the wels.</p>")
    for number in range(10):
        make_record(title=f"Case {number}", summary="Few wells")

    assert meant(client, "wels") == ("wells", "/search/?q=wells")


def test_nobody_is_offered_what_they_may_not_know_of(client):
    make_record(title="Contamination", listed_to=Level.MEMBERS)
    assert meant(client, "contaminaton") is None

    client.force_login(member_of())
    assert meant(client, "contaminaton") == ("Contamination", "/search/?q=Contamination")


def test_a_word_of_a_title_that_one_may_not_know_of_is_not_offered_though_others_hold_it(client):
    make_record(title="Contamination", listed_to=Level.MEMBERS)
    make_record(title="A case", summary="", results="<p>About contamination.</p>")

    assert meant(client, "contaminaton") is None
    client.force_login(member_of())
    assert meant(client, "contaminaton") == ("Contamination", "/search/?q=Contamination")
