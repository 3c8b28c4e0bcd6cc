"""Words of the glossary find their other names, in all languages, from the moment that an editor saves them."""

import pytest

from portal.search.models import SearchState
from tests.engines.conftest import find, titles
from tests.factories.records import make_record
from tests.factories.taxonomy import GlossaryTermFactory

pytestmark = pytest.mark.usefixtures("glossary")


@pytest.mark.parametrize(
    "text",
    ["CHA", "cha", "ZDC", "confirmed hazardous areas", "zone dangereuse confirmée", "المنطقة الخطرة المؤكدة"],
)
def test_one_thing_is_found_by_each_of_its_names(text):
    make_record(title="A: two confirmed hazardous areas")
    make_record(title="B : zones dangereuses confirmées", language="fr")
    make_record(title="C منطقة خطرة مؤكدة", language="ar")
    make_record(title="D has one CHA")
    make_record(title="Suspected hazardous area: confirmed by nobody in that dangerous zone")

    found = titles(f"q={text}&sort=title")

    assert [title[0] for title in found if title[0] in "ABCD"] == ["A", "B", "C", "D"]


def test_what_an_editor_adds_finds_at_once_and_nothing_is_written_anew():
    make_record(title="Bomblets in the fields")
    assert titles("q=submunitions") == []
    before = SearchState.current()

    word = GlossaryTermFactory(term_en="submunition", synonyms_en=["bomblet"])
    assert titles("q=submunitions") == ["Bomblets in the fields"]
    word.synonyms_en = []
    word.save()

    assert titles("q=submunitions") == []
    assert SearchState.current() == before


def test_labels_in_other_languages_find_where_any_word_does():
    make_record(title="Iraq: wells in Cambodia", countries=[])
    make_record(title="Wells", countries=[])

    assert titles("q=puits Cambodge") == ["Iraq: wells in Cambodia"]
    assert titles("q=Cambodge") == []


def test_all_meanings_must_match_each_in_one_of_its_ways():
    make_record(title="Zone dangereuse confirmée, Iraq", language="fr")
    make_record(title="Zone dangereuse, Iraq")
    make_record(title="CHA, Mosul")

    assert titles("q=CHA Iraq") == ["Zone dangereuse confirmée, Iraq"]
    assert titles("q=CHA -Iraq") == ["CHA, Mosul"]
    assert titles('q="CHA"') == ["CHA, Mosul"]


def test_what_was_typed_comes_before_other_names():
    for number in range(8):
        make_record(title=f"Something else {number}")
    make_record(title="Zone dangereuse confirmée", language="fr")
    make_record(title="One CHA")

    assert titles("q=CHA") == ["One CHA", "Zone dangereuse confirmée"]
    assert titles("q=zone dangereuse confirmée") == ["Zone dangereuse confirmée", "One CHA"]


def test_where_nothing_holds_all_any_word_of_a_name_is_enough():
    make_record(title="Hazardous work")

    found = find("q=confirmed hazardous area")

    assert ([hit.title for hit in found.hits], found.any_word) == (["Hazardous work"], True)


def test_acronyms_that_are_words_flood_nothing():
    GlossaryTermFactory(key="who", term_en="World Health Organization", acronym_en="WHO")
    GlossaryTermFactory(key="im", term_en="information management", acronym_en="IM")
    make_record(title="Those who walk it")
    make_record(title="World Health Organization")
    make_record(title="Information management")

    assert titles("q=World Health Organization") == ["World Health Organization"]
    assert titles("q=who walk") == ["Those who walk it"]
    assert set(titles("q=WHO")) == {"World Health Organization", "Those who walk it"}
    assert (titles("q=IM"), titles("q=im")) == (["Information management"], [])


def test_an_acronym_of_two_entries_finds_both_and_is_found_by_neither():
    GlossaryTermFactory(key="one", term_en="cluster munition", acronym_en="CMU")
    GlossaryTermFactory(key="two", term_en="case management", acronym_en="CMU")
    make_record(title="A cluster munition")
    make_record(title="Case management")
    make_record(title="Only CMU")

    assert sorted(titles("q=CMU")) == ["A cluster munition", "Case management", "Only CMU"]
    assert titles("q=cluster munition") == ["A cluster munition"]


def test_other_forms_are_found_in_every_language():
    GlossaryTermFactory(key="victim", term_en="victim", term_ar="ضحية", forms_ar=["ضحايا"])
    make_record(title="ضحايا الحوادث", language="ar")

    assert titles("q=ضحية") == titles("q=victims") == ["ضحايا الحوادث"]
