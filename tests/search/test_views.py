import pytest

from portal.search.suggestions import suggest
from portal.taxonomy.models import Country
from tests.factories.people import member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def texts(text, user=None, language="en"):
    return [each.text for each in suggest(text, user, language)]


def test_the_search_page(client):
    make_record(title="Wells in the north", summary="Where the wells are.")

    answer = client.get("/search/?q=wells&bad=1")

    assert answer.status_code == 200
    assert "Wells in the north" in answer.text
    assert "<mark>wells</mark>" in answer.text
    assert "bad" in answer.text
    assert client.post("/search/").status_code == 405


@pytest.mark.parametrize(
    "address", ["/search/?q=%22((*", "/search/?page=999&q=%0b", "/fr/search/?q=puits", "/ar/search/"]
)
def test_odd_addresses_are_answered(client, address):
    assert client.get(address).status_code == 200


def test_fictional_entries_carry_a_mark(client):
    make_record(title="Wells", is_demo=True)
    make_record(title="Roads")

    assert client.get("/search/").text.count("Fictional example") == 1
    assert client.get("/search/?q=roads").text.count("Fictional example") == 0


def test_one_filter_is_the_title_of_the_page(client):
    make_record(countries=[Country.objects.get(key="irq")])

    text = client.get("/search/?country=irq").text

    assert "<title>Iraq · " in text
    assert "<h1>Iraq</h1>" in text


def test_suggestions_as_json(client):
    page = make_record(title="Wells in the north")

    answer = client.get("/search/suggest?q=well")

    assert answer.json() == {"suggestions": [{"text": "Wells in the north", "url": page.get_url(), "of": "case_study"}]}


def test_terms_come_before_titles_and_the_last_word_may_go_on():
    nigeria = Country.objects.get(key="nga")
    make_record(title="Nigerian wells", countries=[nigeria])
    make_record(title="Nigeria and its neighbours")

    found = texts("niger")
    assert (found[0], sorted(found[1:])) == ("Nigeria", ["Nigeria and its neighbours", "Nigerian wells"])
    assert texts("nigeria its neigh") == ["Nigeria and its neighbours"]
    assert suggest("niger", None, "en")[0].url == "/search/?country=nga"


def test_nothing_is_suggested_for_too_little():
    make_record(title="Wells")

    assert texts("") == texts("w") == texts("((") == []


def test_what_one_may_not_know_of_is_not_suggested():
    make_record(title="Wells", listed_to="members", countries=[Country.objects.get(key="nga")])

    assert texts("well") == texts("niger") == []
    assert (texts("well", member_of()), texts("niger", member_of())) == (["Wells"], ["Nigeria"])


def test_titles_are_suggested_in_the_readers_language_once():
    from wagtail.models import Locale

    page = make_record(title="Wells map")
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Puits map"
    french.save_revision().publish()

    assert (texts("map"), texts("map", language="fr")) == (["Wells map"], ["Puits map"])
