import pytest
from django.db import connection
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import Not, Phrase, PlainText

from case_studies.models import CaseStudyPage
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages(wagtail_upkeep, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_record(title="Wells in the north")
        make_record(title="Northern roads", summary="wells")
        make_record(title="Schools")


def titles(found):
    return [page.title for page in found]


def test_words_and_beginnings():
    pages = CaseStudyPage.objects.all()

    assert titles(pages.search("wells")) == ["Wells in the north"]
    assert sorted(titles(pages.autocomplete("nort"))) == ["Northern roads", "Wells in the north"]
    assert titles(pages.autocomplete("well nort")) in ([], ["Wells in the north"])
    newest_first = [page.title for page in pages.order_by("-pk") if page.title != "Northern roads"]
    either = pages.order_by().search("wells schools", operator="or", order_by_relevance=False)
    assert titles(either) == newest_first
    assert titles(pages.order_by("title").search("wells schools", operator="or", order_by_relevance=False)) == [
        "Schools",
        "Wells in the north",
    ]


def test_counts_slices_scores_and_specific_pages():
    found = Page.objects.autocomplete("nort")

    assert (found.count(), len(found[:1])) == (2, 1)
    assert {type(page) for page in Page.objects.specific().autocomplete("nort")} == {CaseStudyPage}
    assert all(page.score is not None for page in Page.objects.autocomplete("nort").annotate_score("score"))


@pytest.mark.parametrize("text", ['"((*', "\x00", "   ", "", "a" * 100_000, '"wells', "wells\x00", "-", "AND OR"])
def test_odd_text_is_no_error(text):
    for found in (Page.objects.search(text), Page.objects.autocomplete(text)):
        assert found.count() == len(list(found))


def test_queries_that_are_no_plain_text_are_answered_as_stock_does():
    found = get_search_backend().search(PlainText("wells") & Not(PlainText("roads")), CaseStudyPage)

    assert titles(found) == ["Wells in the north"]
    assert titles(get_search_backend().search(Phrase("Wells in"), CaseStudyPage)) == ["Wells in the north"]


def test_the_index_for_postgresql_is_there():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT COUNT(*) FROM pg_indexes WHERE indexname = 'search_admin_title_body'")
            assert cursor.fetchone() == (1,)
