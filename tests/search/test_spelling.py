"""What may be meant by a word with a typing error: only what its reader may know of, and as it is written."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.access.enums import Level
from portal.search.audience import visible_to
from portal.search.spelling import Spelling, errors_in
from portal.search.suggestions import suggest
from portal.taxonomy.models import Country
from tests.factories.people import member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def spelling(user=None):
    return Spelling(visible_to(user or AnonymousUser()))


def meant(word, user=None):
    return [each.word for each in spelling(user).meant_by(word)]


def texts(text, user=None, language="en"):
    return [each.text for each in suggest(text, user, language)]


def test_short_words_have_no_error_and_long_ones_two():
    assert [errors_in(word) for word in ("map", "maps", "surveys", "surveyed", "2019", "when")] == [0, 1, 1, 2, 0, 0]


def test_one_letter_in_short_words_two_in_long_ones():
    make_record(title="Contamination in Hajin", summary="Wells")

    assert meant("contaminaton") == meant("contmainatoin") == ["contamination"]
    assert meant("contmnaton") == []
    assert meant("welks") == meant("wlels") == ["wells"]
    assert meant("welds") == ["wells"]
    assert meant("wurls") == []


def test_the_nearest_comes_first_then_the_most_frequent():
    make_record(title="Roads", summary="Hoards")
    make_record(title="Hoards", summary="Goads")

    assert meant("noads") == ["goads", "roads"]
    assert meant("noards") == ["hoards"]


def test_terms_and_other_languages():
    make_record(title="Enquête", summary="خرائط", countries=[Country.objects.get(key="irq")])

    assert meant("enqete") == ["enquete"]
    assert meant("خراءطط") == ["خراءط"]
    assert meant("iraqq") == ["iraq"]
    assert spelling().as_written("enquete") == "Enquête"
    assert spelling().as_written("خراءط") == "خرائط"
    assert spelling().as_written("iraq") == "Iraq"


def test_small_letters_are_preferred_where_a_word_is_ever_written_so():
    make_record(title="Wells", summary="")
    make_record(title="Wells", summary="Few wells")

    assert spelling().as_written("wells") == "wells"


def test_what_one_may_not_know_of_is_never_meant():
    make_record(title="Contamination", listed_to=Level.MEMBERS, countries=[Country.objects.get(key="nga")])
    make_record(title="Minefields", listed_to=Level.OWNER)

    assert meant("contaminaton") == meant("nigeriaa") == meant("minefeilds") == []
    assert meant("contaminaton", member_of()) == ["contamination"]
    assert meant("nigeriaa", member_of()) == ["nigeria"]
    assert meant("minefeilds", member_of()) == []


def test_what_is_hidden_changes_no_order_and_no_form():
    for number in range(3):
        make_record(title=f"Hidden boards {number}", listed_to=Level.OWNER)
    make_record(title="Roads")
    make_record(title="Hoards", summary="Hoards of ROADS")
    before = meant("noards"), spelling().as_written("roads")
    make_record(title="Boards roads", listed_to=Level.MEMBERS)

    assert (meant("noards"), spelling().as_written("roads")) == before


def test_suggestions_come_in_spite_of_a_typing_error():
    make_record(title="Contamination of wells", countries=[Country.objects.get(key="nga")])
    make_record(title="Roads of Tal Afar")

    assert texts("contmain") == ["Contamination of wells"]
    assert texts("nigreia") == texts("nigre") == ["Nigeria"]
    assert texts("contaminaton well") == texts("welks conta") == ["Contamination of wells"]
    assert texts("zzzzzz") == texts("qq contaminaton") == []


def test_suggestions_with_an_error_name_nothing_hidden():
    make_record(title="Contamination of wells", listed_to=Level.MEMBERS)

    assert texts("contmain") == []
    assert texts("contmain", member_of()) == ["Contamination of wells"]
