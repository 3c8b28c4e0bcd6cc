"""Files, comparisons and pages leave out a row about an entry of which its reader may not know, words and all."""

import pytest
from django.test import Client

from portal.access.enums import Level
from practices.needs.models import NeedAnswer
from tests.factories.needs import make_holding, make_need
from tests.factories.people import editor, member_of
from tests.factories.platforms import bridge, make_platform
from tests.factories.records import decide
from tests.transfer.taking import ask, table

pytestmark = pytest.mark.django_db


def platform():
    hidden, known = make_platform("Hidden"), make_platform("Known")
    how = {hidden: "a nightly zebrafile", known: "a weekly table"}
    bridges = [bridge(to, how=words) for to, words in how.items()]
    return make_platform("Told", bridges=[*bridges, bridge(to_note="A drive", how="by hand")]), hidden, "bridges"


def need():
    hidden, known = make_holding(title="Hidden"), make_holding(title="Known")
    notes = {hidden: "a nightly zebrafile", known: "a weekly table"}
    rows = [NeedAnswer(target_id=target.key, note=words) for target, words in notes.items()]
    return make_need(title="Told", met_by=[*rows, NeedAnswer(note="by hand")]), hidden, "met_by"


@pytest.fixture(params=[platform, need], ids=["platform", "need"])
def told(request):
    page, hidden, field = request.param()
    decide(hidden, listed_to=Level.OWNER)
    return page, field


def shown(page, field, user):
    """What the field of the page holds in the file, and the texts of the page and of a comparison."""
    row = next(row for row in table(f"/{page.url.split('/')[1]}.csv", user) if row["title"] == "Told")
    texts = [ask(path, user).text for path in (page.url, f"/compare/?r={page.identity.code}")]
    return row[field], texts


@pytest.mark.parametrize("who", [lambda: None, member_of])
def test_who_may_not_know_of_an_entry_reads_nothing_about_it(told, who):
    cell, texts = shown(*told, who())

    assert ("zebrafile" in cell, "a weekly table" in cell, "by hand" in cell) == (False, True, True)
    assert [("zebrafile" in text, "a weekly table" in text, "by hand" in text) for text in texts] == [
        (False, True, True)
    ] * 2


def test_who_may_reads_it_everywhere(told):
    cell, texts = shown(*told, editor())

    assert ["zebrafile" in each for each in (cell, *texts)] == [True] * 3


def test_the_exchange_tells_nothing_of_it(told):
    assert "zebrafile" not in Client().get("/exchange/platforms/").text
