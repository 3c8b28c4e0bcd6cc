"""“More like this” at the foot of an entry's page: what shares its words and filters, for who may know of it."""

import pytest

from portal.access.enums import Level
from portal.records.models import RecordLink
from portal.taxonomy.models import Country, LinkKind
from practices.models import PracticePage
from tests.factories.people import member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def country(key):
    return [Country.objects.get(key=key)]


def more(client, page):
    return client.get(page.get_url()).text.partition("More like this")[2].partition("</section>")[0]


@pytest.fixture
def page():
    return make_record(title="Survey of boreholes", summary="Pumps", countries=country("irq"))


def titles(client, page, *wanted):
    text = more(client, page)
    return [title for title in sorted(wanted, key=text.find) if f">{title}</a>" in text]


def test_most_words_and_filters_come_first(client, page):
    make_record(title="Boreholes elsewhere", summary="Few", countries=country("nga"))
    make_record(title="Boreholes and pumps", summary="Survey", countries=country("irq"))
    make_record(title="Survey forms", summary="Paper", countries=country("irq"))
    make_record(title="Roads", summary="Asphalt", countries=country("irq"))

    wanted = ("Survey forms", "Boreholes and pumps", "Boreholes elsewhere", "Roads")
    assert titles(client, page, *wanted)[0] == "Boreholes and pumps"
    assert set(titles(client, page, *wanted)) == {"Boreholes and pumps", "Survey forms"}
    assert 'href="/search/?q=' in more(client, page)


def test_nothing_where_nothing_is_alike(client, page):
    make_record(title="Roads", summary="Asphalt", countries=country("irq"))

    assert "More like this" not in client.get(page.get_url()).text


def test_what_one_may_not_know_of_is_not_alike(client, page):
    make_record(title="Boreholes of members", countries=country("irq"), listed_to=Level.MEMBERS)
    assert more(client, page) == ""

    client.force_login(member_of())
    assert titles(client, page, "Boreholes of members") == ["Boreholes of members"]


def test_words_of_details_that_one_may_not_read_are_not_looked_for(client, page):
    make_record(
        title="Notes", summary="Short", results="<p>Boreholes.</p>", countries=country("irq"),
        details_to=Level.MEMBERS,
    )  # fmt: skip
    make_record(title="Boreholes", countries=country("nga"))
    assert more(client, page) == ""

    client.force_login(member_of())
    assert titles(client, page, "Notes") == ["Notes"]


def test_what_the_page_shows_already_is_not_repeated(client):
    practice = make_record(PracticePage, title="Survey of boreholes", countries=country("irq"))
    link = RecordLink(kind=LinkKind.objects.get(key="evidences"), target_id=practice.key)
    case = make_record(title="Survey of boreholes in villages", countries=country("irq"), links=[link])

    assert (more(client, case), more(client, practice)) == ("", "")


def test_fictional_entries_are_like_fictional_ones_alone(client, page):
    make_record(title="Boreholes invented", countries=country("irq"), is_demo=True)
    other = make_record(title="Boreholes dreamt of", countries=country("irq"), is_demo=True)

    assert more(client, page) == ""
    found = titles(client, other, "Boreholes invented", "Survey of boreholes")
    assert set(found) == {"Boreholes invented", "Survey of boreholes"}
