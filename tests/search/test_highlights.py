from hypothesis import given
from hypothesis import strategies as st

from portal.search.expression import parse
from portal.search.highlights import BETWEEN_FIELDS, WIDTH, highlighted


def marked(query, *texts, language="en"):
    return highlighted(texts, parse(query).matched_words(), language)


def test_matched_words_are_marked_and_the_rest_is_escaped():
    assert (
        marked("map", "Mapped <b>& mapping</b>") == "<mark>Mapped</mark> &lt;b&gt;&amp; <mark>mapping</mark>&lt;/b&gt;"
    )


def test_the_first_text_with_a_match_is_taken():
    assert marked("wells", "Nothing", "The wells", "Wells again") == "The <mark>wells</mark>"
    assert marked("wells", "Nothing", "") == ""


def test_the_stretch_with_most_words_is_shown_cut_between_words():
    text = "wells " + "filler " * 100 + "here wells and drones " + "filler " * 100

    found = marked("wells drones", text)

    assert "<mark>wells</mark> and <mark>drones</mark>" in found
    assert found.startswith("…filler")
    assert found.endswith("filler…")
    assert len(found) < WIDTH + 60


def test_french_and_arabic():
    assert marked("deplacement", "Les Déplacements", language="fr") == "Les <mark>Déplacements</mark>"
    assert marked("échange", "pour l’échange", language="fr") == "pour <mark>l’échange</mark>"
    assert marked("ألغام", "حقول الألغام", language="ar") == "حقول <mark>الألغام</mark>"


def test_words_that_only_begin_alike_are_not_marked():
    assert marked("mine", "minerals in a mine", language="en") == "minerals in a <mark>mine</mark>"


def test_a_long_word_is_cut_where_there_is_no_space():
    assert len(marked("wells", "x" * 300 + " wells " + "z" * 900)) > 0


def test_the_beginning_and_the_end_of_a_text_are_not_cut():
    assert marked("wells", "wells " + "filler " * 60).startswith("<mark>wells</mark>")
    assert marked("wells", "filler " * 60 + "wells").endswith("<mark>wells</mark>")


@given(st.text(), st.text(), st.sampled_from(["en", "fr", "ar"]))
def test_any_text_and_query(query, text, language):
    words = parse(query).matched_words() | {"a"}

    found = highlighted([text], words, language)

    assert found.count("<mark>") == found.count("</mark>")


def test_two_fields_are_not_read_as_one_sentence():
    text = BETWEEN_FIELDS.join(["Suspected areas", "Point", "Map the wells.", "Monthly"])

    assert marked("wells", text) == "Suspected areas … Point … Map the <mark>wells</mark>. … Monthly"


def test_items_of_a_list_are_not_read_as_one_sentence():
    text = "Ask the people\nmap the wells\nCount them.\nWells dry up"

    assert marked("wells", text) == (
        "Ask the people · map the <mark>wells</mark> · Count them. <mark>Wells</mark> dry up"
    )
