"""The words of titles and summaries, kept with each change for the rank of who may know of the record."""

import pytest

from portal.access.enums import Level
from portal.search import comparison
from portal.search.models import SearchWord
from portal.search.projection import rebuild
from portal.search.title_words import written_words
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def kept():
    return {(row.rank, row.word, row.written): row.documents for row in SearchWord.objects.all()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Déminage de l’été", [("deminage", "Déminage")]),
        ("IMSMA, CS-7K3M and 2019", [("imsma", "IMSMA")]),
        ("خرائط المناطق الخطرة", [("خراءط", "خرائط"), ("المناطق", "المناطق"), ("الخطره", "الخطرة")]),
    ],
)
def test_words_are_folded_and_as_written(text, words):
    assert list(written_words(text)) == words


def test_a_record_counts_each_of_its_words_once_at_its_rank():
    make_record(title="Wells and wells", summary="Wells")
    make_record(title="Wells", listed_to=Level.MEMBERS)
    make_record(title="Roads", listed_to=Level.NAMED)
    make_record(title="Bridges", listed_to=Level.OWNER)

    assert kept() == {
        (0, "wells", "Wells"): 1, (0, "wells", "wells"): 1, (1, "wells", "Wells"): 1,
        (3, "roads", "Roads"): 1, (3, "bridges", "Bridges"): 1,
    }  # fmt: skip


def test_a_change_takes_away_what_stood_there():
    page = make_record(title="Wells dug", summary="Water")
    page.title = "Wells mapped"
    page.save_revision().publish()
    assert kept() == {(0, "wells", "Wells"): 1, (0, "mapped", "mapped"): 1, (0, "water", "Water"): 1}

    decide(page, listed_to=Level.MEMBERS)
    assert {rank for rank, _, _ in kept()} == {1}

    page.unpublish()
    assert kept() == {}


def test_a_rebuild_mends_them_and_a_check_tells():
    make_record(title="Wells", summary="")
    assert list(comparison.differences()) == []
    SearchWord.objects.update(documents=7)

    assert list(comparison.differences()) == ["The kept words of titles differ from the records."]
    rebuild()
    assert kept() == {(0, "wells", "Wells"): 1}
