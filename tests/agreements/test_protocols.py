"""What an information sharing protocol says of data counts: in the form of a holding, for its text, on its page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from portal.access.enums import Level, TextSensitivity
from portal.access.models import RecordIdentity
from portal.taxonomy.models import Country, DataKind, Sensitivity
from practices.agreements.protocols import protocols_for
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage
from practices.holdings.protocols import class_by_protocol, class_of, counts_for
from tests.access.clock import standing
from tests.desk.contribute.filling import fields
from tests.factories.agreements import make_agreement, make_protocol
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide
from tests.holdings.holdings import make_holding
from tests.records.admin_form import add_url, edit_url, send
from tests.records.test_queries import MOST, queries_of

pytestmark = pytest.mark.django_db
HERE = "irq"
SAYS = "by the information sharing protocol"


def said(kind="hazards", country=HERE):
    found = class_by_protocol([Country.objects.get(key=country)], [DataKind.objects.get(key=kind)])
    return found and found.sensitivity.key


def said_in(days):
    with standing(timezone.now() + timedelta(days=days)):
        return said()


def level(key):
    return Sensitivity.objects.get(key=key)


def holding(sensitivity=None, kinds=("suspected_hazardous_area",), **more):
    countries = list(Country.objects.filter(key=HERE))
    return make_holding(kinds=kinds, countries=countries, data_sensitivity=sensitivity and level(sensitivity), **more)


def test_a_class_of_a_broader_kind_holds_for_a_narrower_one_without_its_own():
    make_protocol({"hazards": "high", "hazard_summary": "low"})

    assert [said("hazards"), said("suspected_hazardous_area"), said("hazard_summary"), said("schools")] == [
        "high", "high", "low", None,
    ]  # fmt: skip
    assert said("hazards", country="syr") is None


def test_of_several_protocols_the_strictest_class_counts():
    for key in ("low", "severe", "moderate"):
        make_protocol({"hazards": key})

    assert said() == "severe"


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "drafting"}, {"state": "ended"}, {"publish": False}, {"listed_to": Level.NAMED},
        {"starts_on": timezone.localdate() + timedelta(days=1)}, {"ends_on": timezone.localdate() - timedelta(days=1)},
    ],
)  # fmt: skip
def test_what_is_not_in_force_or_not_every_member_may_read_says_nothing(fields):
    make_protocol({"hazards": "severe"}, **fields)
    withdrawn = make_protocol({"hazards": "severe"})
    RecordIdentity.objects.filter(pk=withdrawn.key).update(withdrawn_at=timezone.now())
    make_agreement(countries=[HERE], classes={"hazards": "severe"})

    assert said() is None


def test_of_several_languages_each_must_be_in_force():
    page = make_protocol({"hazards": "high"})
    copy = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    copy.save_revision().publish()
    both = said()
    copy.state = "ended"
    copy.save_revision().publish()

    assert [both, said()] == ["high", None]


def test_a_country_tells_of_each_once_with_its_earliest_end():
    day, country = timezone.localdate() + timedelta(days=9), Country.objects.get(key=HERE)
    page = make_protocol({"hazards": "high"}, ends_on=day)
    copy = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    copy.ends_on = day - timedelta(days=2)
    copy.save_revision().publish()

    found = protocols_for(country.pk, member_of())

    assert [(each.end.key, each.ends_on) for each in found] == [(page.key, day - timedelta(days=2))]


def test_it_says_so_from_its_first_day_to_its_last():
    today = timezone.localdate()
    make_protocol({"hazards": "high"}, starts_on=today, ends_on=today + timedelta(days=2))

    assert [said_in(days) for days in (-1, 0, 2, 3)] == [None, "high", "high", None]


def test_editors_who_say_less_than_the_protocol_say_why(client):
    make_protocol({"hazards": "high"})
    client.force_login(editor())
    index = DataHoldingIndexPage.objects.get(locale__language_code="en")
    typed = {
        "title": "Database of hazards", "data_kinds": [DataKind.objects.get(key="suspected_hazardous_area").pk],
        "countries": [Country.objects.get(key=HERE).pk], "data_sensitivity": level("low").pk,
    }  # fmt: skip

    refused = send(client, add_url(DataHoldingPage, index), **typed)
    kept = send(client, add_url(DataHoldingPage, index), **typed, assessed_why="Counts only.")

    assert "says “High”" in refused.text.replace("&ldquo;", "“").replace("&rdquo;", "”")
    assert (refused.status_code, kept.status_code) == (200, 302)
    assert DataHoldingPage.objects.count() == 1
    same = send(client, edit_url(DataHoldingPage.objects.get()), data_sensitivity=level("high").pk, assessed_why="")
    assert same.status_code == 302


def test_members_who_say_less_than_the_protocol_say_why(client):
    make_protocol({"hazards": "high"})
    organisation = OrganisationFactory()
    page = holding()
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    client.force_login(member_of(organisation, focal_point=True))
    address = _section(client, page)

    def answer(why):
        typed = {"data_sensitivity": level("low").pk, "assessed_why": why, "continue": "yes"}
        return client.post(address, fields(client.get(address)) | typed)

    answers = [answer(why) for why in (" ", "Counts only.")]

    assert [answer.status_code for answer in answers] == [400, 302]
    assert 'href="#id_assessed_why"' in answers[0].text


def _section(client, page):
    """The address of the page of the full form that asks how sensitive the data are."""
    for number in range(1, 15):
        address = f"/contribute/holdings/{page.identity.code}/more/{number}/"
        if "data_sensitivity" in fields(client.get(address)):
            return address
    raise LookupError("no section asks for it")


@pytest.mark.parametrize(
    ("own", "why", "counts"),
    [(None, "", True), ("low", "", True), ("low", "Counts only.", False), ("severe", "", False)],
)
def test_the_class_of_the_protocol_counts_where_nobody_said_more_or_why_less(own, why, counts):
    make_protocol({"hazards": "high"})
    page = holding(own, assessed_why=why)

    found = class_of(page)

    assert counts_for(page, found) is counts
    assert not counts_for(page, None)


def test_the_text_begins_as_the_class_that_counts_asks():
    before = holding("low").text_starts_at
    make_protocol({"hazards": "high"})

    after = [holding("low").text_starts_at, holding("low", assessed_why="Counts only.").text_starts_at]

    assert before == TextSensitivity.LOW
    assert after == [TextSensitivity.MODERATE, TextSensitivity.LOW]
    assert DataHoldingPage(data_sensitivity=level("low")).text_starts_at == TextSensitivity.LOW


def text_of(page, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(page.url).text


def test_the_page_says_where_the_class_comes_from_to_who_may_read_the_protocol():
    make_protocol({"hazards": "high"}, details_to=Level.MEMBERS)
    page = holding()

    assert [SAYS in text_of(page, user) for user in (None, member_of())] == [False, True]


def test_that_no_reason_is_given_is_said_to_readers_of_the_details_alone():
    make_protocol({"hazards": "high"})
    page, card = holding("low"), holding("low", details_to=Level.OWNER)

    assert [SAYS in text_of(each) for each in (page, card)] == [True, False]


def test_a_holding_under_a_protocol_takes_no_more_queries_than_a_page_may(client):
    make_protocol({"hazards": "high"})

    assert queries_of(client, holding().url) <= MOST
