import pytest

from portal.taxonomy.models import GlossaryTerm
from portal.taxonomy.queries import glossary_entries
from tests.factories.taxonomy import GlossaryTermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def empty():
    GlossaryTerm.objects.all().delete()


def test_entries_stand_in_the_alphabet_of_their_language(empty):
    GlossaryTermFactory(term_en="zone", term_fr="étude", term_ar="الأرض")
    GlossaryTermFactory(term_en="area", term_fr="enquête", term_ar="تطهير")
    GlossaryTermFactory(term_en="mine", term_fr="fuite", term_ar="بحث")

    assert [entry.term for entry in glossary_entries("en")] == ["area", "mine", "zone"]
    assert [entry.term for entry in glossary_entries("fr")] == ["enquête", "étude", "fuite"]
    assert [entry.term for entry in glossary_entries("ar")] == ["الأرض", "بحث", "تطهير"]
    assert [entry.letter for entry in glossary_entries("fr")] == ["E", "E", "F"]


def test_an_entry_says_what_it_has_in_other_languages(empty):
    GlossaryTermFactory(
        key="land_release",
        term_en="land release",
        term_fr="remise à disposition des terres",
        acronym_en="LR",
        synonyms_en=["releasing land"],
        synonyms_fr=["libération des terres"],
        definition_en="Returning land.",
    )

    (entry,) = glossary_entries("fr")

    assert (entry.term, entry.acronym, entry.synonyms) == (
        "remise à disposition des terres",
        "",
        ("libération des terres",),
    )
    assert (entry.definition, entry.definition_language) == ("Returning land.", "en")
    assert entry.others == (("en", "land release"),)
    (missing,) = glossary_entries("ar")
    assert (missing.term, missing.acronym, missing.others) == (
        "land release",
        "LR",
        (("fr", "remise à disposition des terres"),),
    )


def test_a_hidden_word_is_not_shown(empty):
    GlossaryTermFactory(term_en="shown")
    GlossaryTermFactory(term_en="hidden", is_shown=False)

    assert [entry.term for entry in glossary_entries("en")] == ["shown"]


def test_synonyms_are_kept_until_a_word_changes(empty, django_assert_num_queries):
    word = GlossaryTermFactory(
        term_en="clearance",
        term_fr="dépollution",
        acronym_en="CL",
        acronym_fr="CL",
        synonyms_en=["demining"],
        synonyms_ar=["إزالة الألغام"],
    )
    assert [each.names for each in glossary_entries("en")] == [
        ("clearance", "CL", "demining", "dépollution", "إزالة الألغام")
    ]

    with django_assert_num_queries(1):
        glossary_entries("en")
    word.synonyms_en = []
    word.save()

    assert [each.names for each in glossary_entries("en")] == [("clearance", "CL", "dépollution", "إزالة الألغام")]
