import pytest
from django.http import QueryDict

from case_studies.models import CaseStudyPage
from portal.search.engines import engine
from portal.search.engines.explaining import worths_of
from portal.search.query import RecordQuery
from practices.platforms.models import PlatformPage
from tests.engines.conftest import ask, titles
from tests.factories.records import make_record
from tests.factories.taxonomy import GlossaryTermFactory


def worths(parameters):
    """The Worth of each hit for a visitor, in their order."""
    query = RecordQuery.from_parameters(QueryDict(parameters))
    result = ask(query)
    found = worths_of(engine(), query, None, result)
    return [found[hit.key] for hit in result.hits]


def test_places_are_made_of_words_and_kind():
    make_record(title="Wells and drones", summary="Of the north.")
    make_record(title="Wells", summary="Mapped by drones, of which there were many.")
    for number in range(6):
        make_record(title=f"Something else {number}")

    first, second = worths("q=wells drones")

    assert [word for word, _ in first.parts] == [word for word, _ in second.parts] == ["wells", "drones"]
    assert first.parts[0][1] > 0
    assert first.score > second.score
    assert first.factor == 1.2


def test_words_that_a_hit_does_not_hold_are_no_part_of_its_worth():
    make_record(title="Wells in the north")
    make_record(title="Wells in the south")
    make_record(title="Schools")

    assert [[word for word, _ in each.parts] for each in worths("q=wells zeppelin")] == [["wells"], ["wells"]]


def test_of_a_whole_question_another_name_is_a_part_of_its_own():
    GlossaryTermFactory(term_en="sunken barge", synonyms_en=["river hulk"])
    make_record(title="A river hulk in the north")
    for number in range(6):
        make_record(title=f"Something else {number}")

    (worth,) = worths("q=where can a sunken barge and drones and zeppelins and balloons and kites be found")

    assert [word for word, _ in worth.parts] == ["sunken barge"]


@pytest.mark.parametrize("parameters", ["", "q=wells&sort=title"])
def test_where_words_order_nothing_there_is_nothing_to_explain(parameters):
    make_record(title="Wells in the north")
    query = RecordQuery.from_parameters(QueryDict(parameters))

    assert worths_of(engine(), query, None, ask(query)) == {}


def test_of_two_texts_that_say_the_same_the_one_that_did_it_comes_first():
    make_record(PlatformPage, title="Wells by drones")
    make_record(CaseStudyPage, title="Drones for wells")
    for number in range(6):
        make_record(title=f"Something else {number}")

    assert titles("q=wells drones") == ["Drones for wells", "Wells by drones"]
