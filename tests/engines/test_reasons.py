"""A hit that does not hold the words that were typed says why it was found, from what its reader may read."""

import pytest
from django.utils import translation
from wagtail.models import Locale

from portal.search.reasons import FOUND_IN
from portal.taxonomy.models import Country
from tests.engines.conftest import arrive, find
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record
from tests.factories.taxonomy import GlossaryTermFactory

pytestmark = pytest.mark.usefixtures("glossary")


def reasons(parameters, user=None, **options):
    """By the title of each hit why it was found, without the signs that keep a name in its direction."""
    hits = find(parameters, user, **options).hits
    return {hit.title: hit.reason.replace("\u2068", "").replace("\u2069", "") for hit in hits}


def translated(page, language, **fields):
    copy = page.copy_for_translation(Locale.objects.get(language_code=language), copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()


def test_what_was_typed_needs_no_reason():
    make_record(title="One CHA", summary="A confirmed hazardous area.")
    make_record(title="Wells", results="Two CHAs.")

    assert reasons("q=CHA") == {"One CHA": "", "Wells": ""}
    assert reasons("q=area confirmed hazardous") == {"One CHA": ""}
    assert reasons("") == {"One CHA": "", "Wells": ""}


def test_another_name_is_told_as_it_stands_and_marked():
    make_record(title="Wells", summary="Two Confirmed hazardous areas, of an area of 3 ha.")

    (hit,) = find("q=CHA").hits

    assert reasons("q=CHA") == {"Wells": "Found through “Confirmed hazardous areas” (glossary: CHA)"}
    assert "<mark>Confirmed</mark> <mark>hazardous</mark> <mark>areas</mark>" in hit.highlight


def test_a_label_in_another_language_is_told_where_nothing_else_is():
    make_record(title="Wells", summary="Of Cambodia.")

    assert reasons("q=puits Cambodge") == {"Wells": "Found through “Cambodia” (also called: Cambodge)"}


def test_each_meaning_is_told_and_only_that_which_does_not_stand():
    GlossaryTermFactory(key="mine", term_en="landmine", synonyms_en=["mine"])
    make_record(title="Wells", summary="Confirmed hazardous area with mines in Iraq.")

    assert reasons("q=CHA Iraq landmine") == {
        "Wells": "Found through “Confirmed hazardous area” (glossary: CHA), “mines” (glossary: landmine)"
    }


def test_any_word_of_a_long_question_tells_as_well():
    make_record(title="Wells", summary="Confirmed hazardous area.")

    assert reasons("q=zone dangereuse confirmée dans les puits en Iraq") == {
        "Wells": "Found through “Confirmed hazardous area” (glossary: zone dangereuse confirmée)"
    }


def test_a_text_in_another_language_is_told():
    page = make_record(title="Wells", summary="Water for all.")
    translated(page, "fr", title="Puits", summary="De l’eau dans la zone dangereuse confirmée.")

    assert reasons("q=eau puits") == {"Wells": "Found in its French text"}
    with translation.override("fr"):
        in_english = str(FOUND_IN["en"])
    assert reasons("q=wells", language="fr") == {"Puits": in_english}
    assert reasons("q=CHA") == {
        "Wells": "Found in its French text, through “zone dangereuse confirmée” (glossary: CHA)"
    }


def test_a_term_in_another_language_is_told_in_that_of_the_reader():
    make_record(title="Wells", countries=[Country.objects.get(key="nga")])

    assert reasons("q=نيجيريا") == {"Wells": "Found through “Nigeria” (Country)"}
    assert reasons("q=Nigeria") == {"Wells": ""}


def test_no_reason_comes_from_what_one_may_not_read():
    owner = OrganisationFactory()
    page = make_record(title="Wells", results="Zone dangereuse confirmée.")
    decide(page, listed_to="public", details_to="owner_organisation", owner=owner)
    through = "Found through “Zone dangereuse confirmée” (glossary: CHA)"

    assert reasons("q=CHA") == reasons("q=CHA", member_of(OrganisationFactory())) == {}
    assert reasons("q=CHA wells balloon four five six") == {"Wells": ""}
    assert reasons("q=CHA", member_of(owner, focal_point=True)) == {"Wells": through}


def test_the_row_of_a_list_says_it(client):
    make_record(title="Wells", summary="Confirmed hazardous area.")
    arrive()

    told = "Found through “\u2068Confirmed hazardous area\u2069” (glossary: \u2068CHA\u2069)"
    assert f'<p class="soft">{told}</p>' in client.get("/search/?q=CHA").text
    assert '<p class="soft">' + told in client.get("/case-studies/?q=CHA").text
    assert "Found through" not in client.get("/search/?q=wells").text
