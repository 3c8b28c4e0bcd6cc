"""What is said of an organisation's data, in order: what others wrote first, what is held before what is planned."""

import pytest

from portal.access.enums import Level
from portal.access.services import READ, log, withdraw_record
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from practices.holdings.enums import Basis
from tests.factories.access import GrantFactory
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours(organisation):
    """Makes a page about data of the organisation, by somebody."""

    def make(title, by=None, make_page=make_record, **access):
        page = make_page(title=title)
        decide(page, **{"listed_to": Level.PUBLIC, **access}, owner=organisation)
        page.identity.contributors.set([by] if by else [])
        return page

    return make


@pytest.fixture
def said(page_of, focal):
    """The context of the page of a focal point."""

    def ask(**query):
        return page_of(focal, "our-data", **query).context

    return ask


def titles(entries):
    return [entry.end.title for entry in entries]


def test_what_others_wrote_stands_apart_and_holdings_before_cases(ours, said, focal, organisation):
    stranger = member_of(OrganisationFactory())
    ours("Case by others", by=stranger)
    ours("Holding by others", by=stranger, make_page=make_holding)
    ours("Ours", by=focal)
    ours("Of a colleague", by=member_of(organisation), make_page=make_holding)

    context = said()

    assert titles(context["by_others"]) == ["Holding by others", "Case by others"]
    assert titles(context["by_us"]) == ["Of a colleague", "Ours"]


def test_that_it_is_contested_is_explained(ours, said):
    page = ours("Disputed", make_page=make_holding)
    type(page).objects.filter(pk=page.pk).update(basis=Basis.CONTESTED)

    (entry,) = said()["by_others"]

    assert entry.basis == "Contested"
    assert str(entry.basis_in_words).startswith("somebody disagrees")


def test_one_looks_first_as_who_was_given_access(ours, said, organisation):
    page = ours("Depots", listed_to=Level.NAMED)
    named, holder, ended, _other = (OrganisationFactory(name_en=name) for name in ("Named", "Holder", "Ended", "Other"))
    page.identity.named_organisations.set([named, organisation])
    GrantFactory(identity=page.identity, organisation=holder)
    GrantFactory(identity=page.identity, organisation=ended, ended_at="2026-01-01T00:00Z", ended_by=member_of())

    assert [each.name for each in said()["seen_as_first"]] == ["Holder", "Named"]


def test_who_was_given_access_is_told_to_who_decides(ours, page_of, people, organisation):
    page = ours("Depots")
    GrantFactory(identity=page.identity, organisation=OrganisationFactory())

    def told(who):
        return len(page_of(people[who], "our-data", organisation=organisation.code).context["seen_as_first"])

    assert {who: told(who) for who in ("focal point", "staff", "editor")} == {"focal point": 1, "staff": 0, "editor": 1}


def test_of_what_others_decide_it_is_said_what_any_member_sees(said, organisation):
    role = ParticipantRole.objects.first()
    for title, details_to in (("Open", Level.MEMBERS), ("Half", Level.NAMED)):
        rows = [RecordOrganisation(organisation=organisation, role=role)]
        page = make_record(title=title, organisations=rows)
        decide(page, listed_to=Level.PUBLIC, details_to=details_to)
        page.identity.named_organisations.set([organisation])

    entries = said(**{"as": OrganisationFactory().code})["by_others"]

    assert {entry.end.title: entry.seen_as for entry in entries} == {"Open": "all", "Half": "untold"}


def test_who_read_it_is_a_page_with_titles(ours, page_of, focal, organisation, who_gets):
    page, gone = ours("Depots", listed_to=Level.NAMED), ours("Roads", listed_to=Level.NAMED)
    for each in (page, gone):
        log(READ, identity=each.identity, by=member_of(OrganisationFactory(name_en="Readers"), role="analyst"))
    withdraw_record(identity=gone.identity, by=focal)

    lines = page_of(focal, "who-read", organisation=organisation.code).context["lines"]

    assert [(line.title, line.url, line.who) for line in lines] == [
        ("Roads", "", "Readers, analyst"), ("Depots", page.get_url(), "Readers, analyst"),
    ]  # fmt: skip
    assert who_gets("who-read", organisation=organisation.code) == {"focal point"}
