"""The glossary: in the alphabet of each language, with synonyms and acronyms, found by words of all languages."""

import pytest

from portal.taxonomy.models import GlossaryTerm
from portal.taxonomy.queries import glossary_entries
from tests.factories.taxonomy import GlossaryTermFactory

pytestmark = pytest.mark.django_db


def page(client, parameters="", prefix=""):
    response = client.get(f"{prefix}/glossary/?{parameters}")
    assert response.status_code == 200
    return response


def keys(client, parameters="", prefix=""):
    return [entry.key for entry in page(client, parameters, prefix).context["entries"]]


@pytest.fixture
def three_words():
    """Nothing but three words."""
    GlossaryTerm.objects.all().delete()
    GlossaryTermFactory(
        key="survey", term_en="survey", term_fr="enquête", term_ar="مسح", acronym_en="NTS", synonyms_en=["assessment"],
        definition_en="Asking people.",
    )  # fmt: skip
    GlossaryTermFactory(key="clearance", term_en="clearance", term_fr="dépollution", definition_en="Taking mines away.")
    GlossaryTermFactory(key="hidden", term_en="hidden", is_shown=False)


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_all_words_stand_there_in_the_alphabet_of_the_language(client, prefix):
    assert keys(client, prefix=prefix) == [entry.key for entry in glossary_entries(prefix[1:] or "en")]


@pytest.mark.parametrize(("prefix", "letters"), [("", ["C", "S"]), ("/fr", ["D", "E"]), ("/ar", ["C", "م"])])
def test_it_is_grouped_by_letter(client, three_words, prefix, letters):
    entries = page(client, prefix=prefix).context["entries"]

    assert [entry.letter for entry in entries] == letters


def test_acronym_synonyms_definition_and_other_languages_are_shown(client, three_words):
    body = page(client, "q=survey").content.decode()

    assert 'survey <span class="soft">(<bdi dir="ltr">NTS</bdi>)' in body
    assert "Also: <span>assessment</span>" in body
    assert "Asking people." in body
    assert 'French: <bdi lang="fr" dir="ltr">enquête</bdi>' in body
    assert 'Arabic: <bdi lang="ar" dir="rtl">مسح</bdi>' in body
    assert "hidden</dt>" not in body


def test_what_is_not_translated_carries_its_own_language(client, three_words):
    body = page(client, prefix="/ar").content.decode()

    assert '<dt lang="en" dir="ltr">clearance</dt>' in body
    assert '<dd class="measure" lang="en" dir="ltr">Asking people.</dd>' in body


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("surv", ["survey"]), ("NTS", ["survey"]), ("assessment", ["survey"]), ("asking", ["survey"]),
        ("enquete", ["survey"]), ("مسح", ["survey"]), ("mines away", ["clearance"]), ("mines people", []),
        ("hidden", []), ("", ["clearance", "survey"]),
    ],
)  # fmt: skip
def test_it_is_searched_in_all_languages(client, three_words, words, found):
    assert keys(client, f"q={words}") == found


def test_what_it_cannot_filter_by_is_said(client):
    assert [notice[:8] for notice in page(client, "q=survey&colour=red").context["notices"]] == ["“colour”"]


def test_a_text_without_words_is_said(client, three_words):
    response = page(client, "q=((*")

    assert response.context["notices"] == ["No words to search for in “((*”."]
    assert len(response.context["entries"]) == 2


def test_a_search_in_it_is_not_for_robots(client):
    assert b'content="noindex"' in page(client, "q=survey").content
    assert b'content="noindex"' not in page(client).content


def test_any_number_of_words_takes_one_query_after_a_change_and_none_without(
    client, three_words, django_assert_num_queries
):
    page(client)
    for _ in range(20):
        GlossaryTermFactory()

    # Beside the words, whether they changed.
    with django_assert_num_queries(2):
        page(client)
    with django_assert_num_queries(1):
        page(client)
