"""What words of a query name, and which other names of it are looked for."""

import pytest

from portal.search.expression import MOST_OTHERS as MOST_OTHERS_OF_ALL
from portal.search.expression import parse
from portal.search.synonyms import LONGEST, MOST_OTHERS, Synonyms, synonyms
from portal.taxonomy.models import GlossaryTerm
from portal.taxonomy.queries import EntryName
from tests.factories.taxonomy import GlossaryTermFactory


def entry(english, french="", arabic="", acronym="", forms=(), synonyms=()):
    names = [("en", english), ("en", acronym), ("fr", french), ("ar", arabic), *(("ar", form) for form in forms)]
    own = [EntryName(text, language, text == acronym, True) for language, text in names if text]
    return [*own, *(EntryName(text, "en", False, False) for text in synonyms)]


def others(text, *entries):
    """By each meaning of a text that has other names, these, as the analysed words that are looked for first."""
    expression = parse(text, Synonyms(entries))
    return {
        meaning.typed: [" ".join(way[0].alternatives[0]) for way in meaning.others]
        for meaning in expression.words
        if meaning.others
    }


HAZARD = entry("hazardous area", "zone dangereuse", "منطقة خطرة", "HA")
CHA = entry(
    "confirmed hazardous area", "zone dangereuse confirmée", "منطقة خطرة مؤكدة", "CHA", synonyms=["confirmed area"]
)


def test_the_longest_name_is_meant_whatever_else_is_asked():
    found = others("survey of confirmed hazardous areas in hazardous area maps", HAZARD, CHA)

    assert list(found) == ["confirmed hazardous areas", "hazardous area"]
    assert found["confirmed hazardous areas"] == ["cha", "zone dangereus confirme", "منطق خطر مءكد", "confirm area"]
    assert found["hazardous area"] == ["zone dangereus", "منطق خطر"]


@pytest.mark.parametrize("text", ["zones DANGEREUSES confirmees", "المنطقة الخطرة المؤكدة", "cha", "CHAs"])
def test_a_name_is_known_in_each_language_and_form(text):
    (found,) = others(text, HAZARD, CHA).values()

    assert found[:1] in (["confirm hazard area"], ["cha"])


def test_synonyms_stay_in_their_language():
    mine = entry("landmine", "mine terrestre", "لغم أرضي", forms=["ألغام"], synonyms=["mine"])

    assert others("mine", mine) == {"mine": ["landmin", "mine terrestr", "لغم ارض", "الغام"]}
    assert others("ألغام", mine) == {"ألغام": ["landmin", "mine terrestr", "لغم ارض"]}


def test_hamza_may_be_left_out():
    assert list(others("الغام", entry("landmine", forms=["ألغام"]))) == ["الغام"]


def test_what_an_entry_is_called_comes_before_what_lists_it_as_a_synonym():
    field = entry("minefield", "champ de mines")

    assert others("minefield", entry("contaminated land", synonyms=["minefield"]), field) == {
        "minefield": ["champ de mine"]
    }


def test_one_word_is_no_other_name_of_several():
    network = entry("community of practice", "communauté de pratique", synonyms=["network", "learning group"])

    assert others("community of practice", network) == {
        "community of practice": ["communaut de pratiqu", "learn group"]
    }
    assert list(others("network", network)) == ["network"]


@pytest.mark.parametrize("acronym", ["WHO", "IT", "IM", "MAP", "HA"])
def test_an_acronym_that_is_a_word_or_a_unit_is_one_in_capitals_only(acronym):
    known = entry("something long", "quelque chose", acronym=acronym)

    assert others(acronym, known) == {acronym: ["someth long", "quelqu chose"]}
    assert others(acronym.lower(), known) == others(acronym.title(), known) == {}
    assert others("something long", known) == {"something long": ["quelqu chose"]}


def test_a_word_of_the_glossary_itself_is_ordinary():
    assert others("flail", entry("flail"), entry("foreign aid list", "liste", acronym="FLAIL")) == {}


def test_an_acronym_of_two_entries_means_both_and_is_neither():
    munition, management = entry("cluster munition", acronym="CMU"), entry("case management", acronym="CMU")

    assert others("CMU", munition, management) == {"CMU": ["cluster munit", "case manag"]}
    assert others("cluster munition", munition, management) == {}


def test_small_words_inside_a_name_need_not_stand_in_a_text():
    expression = parse("remnants of war", Synonyms([entry("remnants of war", "restes de guerre")]))

    (meaning,) = expression.words
    assert [item.alternatives[0] for item in meaning.asked] == [("remnant",), ("war",)]
    who = parse("who does what where", Synonyms([entry("who does what where", acronym="3WX")]))
    assert [len(meaning.ways[0]) for meaning in who.words] == [4]


def test_what_stands_in_quotes_or_is_left_out_is_meant_as_it_is():
    expression = parse('"hazardous area" "cha" -cha', Synonyms([HAZARD, CHA]))

    assert [meaning.others for meaning in expression.meanings] == [(), ()]
    assert [item.alternatives for item in expression.without] == [(("cha",),)]


def test_a_question_of_many_words_takes_each_and_other_names_too():
    expression = parse("hazardous area east north south Mosul", Synonyms([HAZARD]))

    assert expression.any_word
    assert [meaning.is_typed for meaning in expression.words] == [True, True, False, True, True, True, True]
    assert [item.alternatives[0] for item in expression.asked][:2] == [("hazard",), ("area",)]


def test_names_are_bounded():
    many = entry("alpha beta", synonyms=[f"name{number} two" for number in range(40)])
    long = entry(" ".join(f"word{number}" for number in range(LONGEST + 1)), "court")

    assert len(others("alpha beta", many)["alpha beta"]) == MOST_OTHERS
    assert others("court", long) == {}


def test_a_query_of_nothing_but_names_is_bounded_too():
    entries = [entry(f"word{number}", synonyms=[f"name{number} {each}" for each in range(9)]) for number in range(1000)]

    expression = parse(" ".join(f"word{number}" for number in range(30)), Synonyms(entries))

    assert (len(expression.words), expression.any_word) == (20, True)
    assert sum(len(meaning.others) for meaning in expression.words) == MOST_OTHERS_OF_ALL


@pytest.mark.django_db
def test_they_are_kept_until_a_word_changes_in_whatever_way(django_assert_num_queries):
    GlossaryTerm.objects.all().delete()
    word = GlossaryTermFactory(term_en="clearance", term_fr="dépollution")
    assert synonyms().longest(["clearance"])[0] == 1
    with django_assert_num_queries(1):
        synonyms()

    GlossaryTerm.objects.filter(pk=word.pk).update(term_en="cleaning")
    assert [synonyms().longest([each])[0] for each in ("clearance", "cleaning")] == [0, 1]
    GlossaryTerm.objects.bulk_create([GlossaryTerm(key="b", term_en="fence", term_fr="clôture", definition_en="-")])
    assert synonyms().longest(["fence"])[0] == 1
    word.delete()
    assert synonyms().longest(["cleaning"])[0] == 0
    GlossaryTerm.objects.update(is_shown=False)
    assert synonyms().longest(["fence"])[0] == 0
