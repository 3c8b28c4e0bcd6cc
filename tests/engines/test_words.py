import csv
from pathlib import Path

from portal.search.expression import ENOUGH
from tests.engines.conftest import find, titles
from tests.factories.records import make_record

CASES = Path(__file__).parents[1] / "search" / "data" / "arabic_french_search_cases.csv"


def test_arabic_and_french_cases():
    with CASES.open(encoding="utf-8") as file:
        cases = list(csv.DictReader(file))
    for case in cases:
        make_record(title=f"{case['document_text']} ({case['key'].replace('_', '')})", language=case["language"])

    wrong = []
    for case in cases:
        result = find(f"q={case['query']} {case['key'].replace('_', '')}", language=case["query_language"])
        is_found = result.all_words > 0
        if is_found != (case["should_match"] == "yes"):
            wrong.append((case["key"], case["query"], case["document_text"]))

    assert len(cases) == 60
    assert wrong == []


def test_up_to_four_words_must_all_match_in_any_field():
    for number in range(ENOUGH):
        make_record(title=f"Wells in the north {number}", summary="Mapped by drones.", results="Fewer accidents.")
    make_record(title="Wells in the south", summary="Mapped on foot.", results="No change.")

    assert len(titles("q=wells drones accident")) == ENOUGH
    assert titles("q=wells mapping&sort=title") == [
        *(f"Wells in the north {number}" for number in range(ENOUGH)),
        "Wells in the south",
    ]


def test_several_words_that_few_entries_hold_mean_any_word_best_first():
    for number in range(ENOUGH - 1):
        make_record(title=f"Wells in the north {number}", summary="Mapped by drones.", results="Fewer accidents.")
    make_record(title="Wells in the south", summary="Mapped on foot.", results="No change.")

    found = find("q=wells drones accident")
    assert (found.total, found.all_words, found.any_word) == (ENOUGH, ENOUGH - 1, True)
    assert found.loosened.startswith("Few entries hold all of these words.")
    assert found.hits[-1].title == "Wells in the south"


def test_more_words_or_no_hit_means_any_word_best_first():
    make_record(title="Wells in the north", summary="Mapped by drones.")
    make_record(title="Schools")

    missing = find("q=wells zeppelin")
    assert ([hit.title for hit in missing.hits], missing.any_word) == (["Wells in the north"], True)
    assert missing.loosened.startswith("No entry holds all of these words.")
    question = find("q=how did they map the wells and the schools with drones in 2019")
    assert ([hit.title for hit in question.hits], question.any_word) == (["Wells in the north", "Schools"], True)
    assert question.loosened == "Shown are entries with any of these words, best first."
    nothing = find("q=zeppelin balloon")
    assert (nothing.total, nothing.hits, nothing.any_word) == (0, [], False)


def test_small_words_do_not_count_but_acronyms_do():
    make_record(title="The WHO and its maps")
    make_record(title="Those who walk")

    assert titles("q=who walks") == ["Those who walk"]
    assert titles("q=WHO maps") == ["The WHO and its maps"]
    assert titles("q=who&sort=title") == ["The WHO and its maps", "Those who walk"]


def test_phrases_and_words_to_leave_out():
    make_record(title="Mine action data")
    make_record(title="Data of mine action")
    make_record(title="Action on data mine fields")

    assert titles('q="mine action"&sort=title') == ["Data of mine action", "Mine action data"]
    assert titles("q=mine -fields&sort=title") == ["Data of mine action", "Mine action data"]
    assert titles('q="mine action" balloon&sort=title') == ["Data of mine action", "Mine action data"]
    assert titles('q=data -"mine action"') == ["Action on data mine fields"]
    only_without = find("q=-fields")
    assert (only_without.total, len(only_without.notices)) == (3, 1)


def test_no_phrase_reaches_from_one_text_to_the_next():
    page = make_record(title="Wells", summary="Deep water", results="Fewer accidents", what_failed="Nothing else")

    assert titles('q="accidents nothing"') == []
    assert titles(f'q="{page.identity.code} deep"') == []


def test_a_title_weighs_more_than_a_summary_and_that_more_than_the_rest():
    make_record(title="Alpha", results="The drones flew.")
    make_record(title="Beta", summary="The drones flew.")
    make_record(title="The drones flew")
    for number in range(4):
        make_record(title=f"Something else {number}")

    assert titles("q=drones") == ["The drones flew", "Beta", "Alpha"]


def test_what_says_more_comes_first_however_long_it_is():
    more = " ".join(f"Word{number}" for number in range(300))
    make_record(title="Alpha", results="The drones flew.")
    make_record(title="Beta", results=f"The drones flew. {more}. The drones landed.")
    for number in range(8):
        make_record(title=f"Something else {number}")

    assert titles("q=drones") == ["Beta", "Alpha"]


def test_words_of_terms_find_in_every_language():
    from portal.taxonomy.models import Country

    make_record(title="A case of sharing", countries=[Country.objects.get(key="nga")])
    make_record(title="Another")

    for query in ("Nigeria", "Nigéria", "نيجيريا"):
        assert titles(f"q={query}") == ["A case of sharing"]


def test_a_record_is_found_by_its_code():
    page = make_record(title="A case of sharing")
    make_record(title="Another")

    assert titles(f"q={page.identity.code}") == ["A case of sharing"]
