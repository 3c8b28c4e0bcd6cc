"""Whether a place is safe is answered by no file either, nor beside a comparison: what finds the words without the
question finds nothing with it."""

from urllib.parse import unquote, urlencode

import pytest

from case_studies.models import CaseStudyLesson
from tests.factories.records import make_record
from tests.transfer.taking import ask, feed, said, table

pytestmark = pytest.mark.django_db
FOUND, REFUSED = "Mosul teams", "is Mosul safe?"
SAID = "This portal cannot say whether a place is safe."
LISTS = ["/search", "/case-studies", "/lessons"]


@pytest.fixture(autouse=True)
def case():
    return make_record(title="Is Mosul safe for teams", lessons=[CaseStudyLesson(text="Mosul teams", sort_order=1)])


def asking(words):
    return urlencode({"q": words})


@pytest.mark.parametrize("path", LISTS)
def test_no_table_has_a_row(path):
    assert len(table(f"{path}.csv?{asking(FOUND)}")) == 1
    assert table(f"{path}.csv?{asking(REFUSED)}") == []
    assert unquote(ask(f"{path}.csv?{asking(REFUSED)}")["X-Notices"]) == SAID


@pytest.mark.parametrize("path", LISTS)
def test_no_feed_has_an_entry_or_repeats_the_question(path):
    assert len(feed(f"{path}.atom?{asking(FOUND)}").findall("{*}entry")) == 1

    refused = feed(f"{path}.atom?{asking(REFUSED)}")

    assert refused.findall("{*}entry") == []
    assert "Mosul" not in said(refused, "title")[0]
    assert said(refused, "subtitle") == [SAID]


@pytest.mark.parametrize("path", LISTS)
def test_no_page_lists_anything(path):
    assert ask(f"{path}/?{asking(FOUND)}").context["listing"].total == 1
    refused = ask(f"{path}/?{asking(REFUSED)}")

    assert refused.context["listing"].hits == []
    assert SAID in refused.text
    assert "Mosul" not in refused.text.partition("<main")[2].partition("</main>")[0]


def test_a_comparison_offers_nothing_to_add(case):
    make_record(title="Is Mosul safe after rain")
    other = make_record(title="Another")
    address = f"/compare/?r={other.identity.code}&"

    assert "Is Mosul safe after rain" in ask(address + asking("Mosul")).text

    text = ask(address + asking(REFUSED)).text

    assert SAID in text
    assert "Mosul" not in text.partition("<main")[2].partition("</main>")[0]


def test_nothing_is_suggested():
    assert ask(f"/search/suggest?{asking('Mosul')}").json()["suggestions"]
    assert ask(f"/search/suggest?{asking(REFUSED)}").json()["suggestions"] == []
