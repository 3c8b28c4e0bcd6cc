"""New matches for one's own organisations."""

from datetime import date

import pytest

from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.models import AccessMethod, DecisionPurpose, ParticipantRole, Sector
from practices.holdings.models import HoldingUse
from practices.needs import own_matches
from practices.needs.marking import mark_match
from practices.needs.models import Match
from practices.needs.own_matches import for_our_holdings, for_our_needs
from practices.needs.renewing import renew_all
from tests.factories.needs import kinds, make_holding, make_need
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours():
    return OrganisationFactory()


def taking_part(organisation, role):
    return [RecordOrganisation(organisation=organisation, role=ParticipantRole.objects.get(key=role))]


def titles(found):
    return {(match.need.title, match.holding.title) for match in found}


def test_our_needs_and_our_data_each_with_what_others_have(client, ours):
    make_need(title="Our need", organisations=taking_part(ours, "data_user"))
    make_need(title="Need of others")
    make_holding(title="Our data", organisations=taking_part(ours, "data_owner"))
    kept = make_holding(title="Kept by us")
    decide(kept, listed_to="public", custodian=ours)
    make_holding(title="Data of others")
    renew_all()
    member = member_of(ours)

    assert titles(for_our_needs(member)) == {("Our need", "Data of others")}
    assert titles(for_our_holdings(member)) == {("Need of others", "Our data"), ("Need of others", "Kept by us")}
    client.force_login(member)
    page = client.get("/matches/").text
    codes = {each.title: each.identity.code for each in RecordPage.objects.live()}
    need, data, other = codes["Our need"], codes["Data of others"], codes["Need of others"]
    for said in (f"/matches/{need}/{data}/", f"/requests/ask/{data}/", f"?join={need}&amp;join={data}"):
        assert said in page, said
    # Nobody asks themselves.
    assert (f"?join={other}" in page, f"/requests/ask/{codes['Our data']}/" in page) == (True, False)
    assert page.count("Our need") == page.count("Our data") == page.count("Kept by us") == 1


def test_nothing_of_what_they_may_not_know_of_or_what_was_said_not_to_fit(ours):
    need = make_need(organisations=taking_part(ours, "data_user"))
    make_holding(title="Hidden", listed_to="owner_organisation")
    refused = make_holding(title="Refused")
    renew_all()
    member = member_of(ours)
    assert {match.holding.title for match in for_our_needs(member)} == {"Refused"}

    mark_match(need=need.identity, holding=refused.identity, mark="does_not_fit", reason="Too old", by=member)

    assert for_our_needs(member) == []


def test_who_belongs_to_no_organisation_has_none(client):
    make_need()
    make_holding()
    renew_all()
    client.force_login(member_of())

    assert client.get("/matches/").text.count("Nothing yet.") == 2


def test_visitors_are_asked_to_sign_in(client):
    assert client.get("/matches/").url == "/accounts/login/?next=/matches/"


def test_three_matches_take_as_many_queries_as_one(ours, django_assert_num_queries):
    make_need(organisations=taking_part(ours, "data_user"))
    member = member_of(ours)
    for count in (1, 2):
        for _ in range(count):
            make_holding()
        renew_all()
        for_our_needs(member)
        with django_assert_num_queries(4):
            assert len(for_our_needs(member)) in (1, 3)


def test_which_are_shown_and_in_which_order_follows_from_what_is_told(ours, monkeypatch):
    monkeypatch.setattr(own_matches, "MOST_SHOWN", 2)
    make_need(
        organisations=taking_part(ours, "data_user"),
        decision=DecisionPurpose.objects.get(key="risk_education"),
        sectors=[Sector.objects.get(key="mine_action")],
    )
    make_holding(title="Best card", access_method=AccessMethod.objects.get(key="open_download"))
    make_holding(title="Middling card", access_method=AccessMethod.objects.get(key="aggregated_only"))
    use = HoldingUse(
        sector=Sector.objects.get(key="mine_action"), decision=DecisionPurpose.objects.get(key="risk_education")
    )
    closed = make_holding(
        title="Good in closed details",
        data_kinds=kinds("education_statistics"),
        uses=[use],
        details_to="named_organisations",
    )
    renew_all()
    match = Match.objects.get(holding=closed.key)
    match.reasons = [{**said, "points": 90} if said["code"] == "useful_for" else said for said in match.reasons]
    match.save()

    def shown(user):
        return [match.holding.title for match in for_our_needs(user)]

    assert shown(member_of(ours)) == ["Best card", "Middling card"]
    closed.identity.named_organisations.add(ours)
    assert shown(member_of(ours))[0] == "Good in closed details"
    Match.objects.filter(holding=closed.key).update(found_on=date(2026, 1, 1))
    assert shown(member_of(ours)) == ["Best card", "Middling card"]


def test_nobody_is_offered_what_they_manage_for_others(ours):
    make_need(organisations=taking_part(ours, "data_user"))
    make_holding(title="Managed by us", organisations=taking_part(ours, "data_manager"))
    make_holding(title="Of others")
    renew_all()

    assert {match.holding.title for match in for_our_needs(member_of(ours))} == {"Of others"}
