"""Who sees which match, why, and in which order: nothing follows from what the reader may not know of or read."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import READ
from portal.taxonomy.models import DecisionPurpose, GeographyLevel, Sector, UpdateFrequency
from practices.holdings.models import HoldingUse
from practices.needs.marking import mark_match
from practices.needs.models import Match
from practices.needs.queries import fits_of
from practices.needs.renewing import renew_all
from tests.factories.needs import kinds, make_holding, make_need
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
FINE = "Fine enough: the data are at the level “Settlement”, the need asks for “Admin 2”."
OFTEN = "Updated often enough: Every week; asked for: Every month."
SAME = "It holds what is asked for: Schools and learning places."
WHERE = "It covers Iraq."
VISITOR = AnonymousUser()


def level(key):
    return GeographyLevel.objects.get(key=key)


def often(key):
    return UpdateFrequency.objects.get(key=key)


def fitting(record, user, is_readable=True):
    kind = "need" if "need" in type(record).__name__.lower() else "holding"
    return fits_of(record.key, kind, user, is_readable=is_readable)


def titles(record, user, is_readable=True):
    return [fit.end.title for fit in fitting(record, user, is_readable).shown]


@pytest.mark.parametrize(
    ("need_details", "holding_details", "told"),
    [
        ("public", "public", {SAME, WHERE, FINE, OFTEN}),
        # How often is on the card of the holding, and in the details of the need.
        ("public", "members", {SAME, WHERE, OFTEN}),
        ("members", "public", {SAME, WHERE}),
        ("members", "members", {SAME, WHERE}),
    ],
)
def test_a_reason_is_told_to_who_may_read_what_it_was_computed_from(client, need_details, holding_details, told):
    need = make_need(coarsest_level=level("adm2"), frequency=often("monthly"), details_to=Level(need_details))
    holding = make_holding(
        finest_level=level("settlement"), update_frequency=often("weekly"), details_to=Level(holding_details)
    )
    renew_all()

    for page, title in ((need, holding.title), (holding, need.title)):
        shown = client.get(page.url).text
        assert title in shown
        assert {reason for reason in (SAME, WHERE, FINE, OFTEN) if reason in shown} == told


def test_of_what_one_may_not_know_nothing_is_said(client):
    need = make_need()
    hidden = make_holding(title="Hidden schools", listed_to=Level.OWNER)
    renew_all()
    with_match = client.get(need.url).text
    assert titles(need, VISITOR) == []
    assert titles(need, editor()) == [hidden.title]

    Match.objects.all().delete()

    assert with_match == client.get(need.url).text
    assert "Hidden schools" not in with_match
    assert "Holdings may exist that are not listed" in with_match


def test_focal_points_of_the_owner_see_what_their_unlisted_holding_may_answer(client):
    organisation = OrganisationFactory()
    need, holding = make_need(), make_holding(listed_to=Level.OWNER)
    decide(holding, listed_to=Level.OWNER, owner=organisation)
    renew_all()
    client.force_login(member_of(organisation, focal_point=True))

    assert need.title in client.get(holding.url).text


def test_the_order_follows_from_what_the_reader_may_read():
    need = make_need(
        decision=DecisionPurpose.objects.get(key="risk_education"), sectors=[Sector.objects.get(key="mine_action")]
    )
    make_holding(title="Poor", data_kinds=kinds("education_statistics", "schools"))
    use = HoldingUse(
        sector=Sector.objects.get(key="mine_action"), decision=DecisionPurpose.objects.get(key="risk_education")
    )
    good = make_holding(
        title="Good in details", data_kinds=kinds("education_statistics"), uses=[use], details_to="members"
    )
    renew_all()

    assert titles(need, VISITOR) == ["Poor", "Good in details"]
    match = Match.objects.get(holding=good.key)
    match.reasons = [{**said, "points": 90} if said["code"] == "useful_for" else said for said in match.reasons]
    match.save()
    assert titles(need, VISITOR) == ["Poor", "Good in details"]
    assert titles(need, member_of()) == ["Good in details", "Poor"]


def test_what_somebody_said_does_not_fit_goes_last_for_who_may_read_both():
    need = make_need(details_to="members")
    best = make_holding(title="Best")
    make_holding(title="Other", data_kinds=kinds("education_statistics"))
    renew_all()
    member = member_of()
    mark_match(need=need.identity, holding=best.identity, mark="does_not_fit", reason="Only until 2015", by=member)

    renew_all()

    shown = fitting(need, member).shown
    assert [(fit.end.title, fit.mark, fit.reason) for fit in shown] == [
        ("Other", "", ""), ("Best", "Does not fit", "Only until 2015"),
    ]  # fmt: skip
    closed = fitting(need, VISITOR, is_readable=False).shown
    assert [(fit.end.title, fit.mark) for fit in closed] == [("Best", ""), ("Other", "")]


def test_a_read_of_details_above_members_is_in_the_log(client):
    organisation = OrganisationFactory()
    need = make_need()
    holding = make_holding(listed_to=Level.PUBLIC, details_to=Level.OWNER)
    decide(holding, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=organisation)
    renew_all()
    client.get(need.url)
    assert not AuditEntry.objects.filter(identity=holding.key, action=READ).exists()

    client.force_login(member_of(organisation, focal_point=True))
    client.get(need.url)

    assert AuditEntry.objects.filter(identity=holding.key, action=READ).count() == 1


def test_three_matches_take_as_many_queries_as_one(django_assert_num_queries):
    need = make_need()
    member = member_of()
    for count in (1, 3):
        for _ in range(count):
            make_holding()
        renew_all()
        fitting(need, member)
        with django_assert_num_queries(3):
            assert fitting(need, member).total in (1, 4)


def test_a_list_counts_what_may_fit_of_what_the_reader_may_know_of(client):
    make_need()
    for listed_to in ("public", "public", "members", "owner_organisation"):
        make_holding(listed_to=listed_to)
    renew_all()

    def number():
        (hit,) = client.get("/needs/").context["listing"].hits
        return dict(hit.facts).get("May fit")

    assert number() == "2"
    client.force_login(member_of())
    assert number() == "3"
    client.force_login(editor())
    assert number() == "4"


def test_what_is_published_no_more_is_not_counted_until_its_matches_are_worked_out_anew(client):
    need, kept, gone = make_need(), make_holding(title="Kept"), make_holding(title="Gone")
    renew_all()
    gone.unpublish()

    (hit,) = client.get("/needs/").context["listing"].hits
    found = fitting(need, VISITOR)

    assert Match.objects.count() == 2
    assert dict(hit.facts)["May fit"] == "1"
    assert (found.total, found.more, titles(need, VISITOR)) == (1, 0, [kept.title])
