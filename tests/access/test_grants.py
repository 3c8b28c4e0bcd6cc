"""A grant opens details, never the card, to one person or organisation; it takes the owner or two people."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.enums import Action, Level, Zone
from portal.access.models import AuditEntry, Grant, RecordIdentity
from portal.access.policy import can
from portal.access.readers import Reader
from portal.access.services import end_grant, give_grant
from tests.access.decided import actions
from tests.factories.access import GrantFactory, IdentityFactory
from tests.factories.people import OrganisationFactory, editor, member_of


def test_the_owner_grants_details_until_a_day(owner, organisation):
    identity = IdentityFactory(owner=organisation, details_to=Level.OWNER)
    holder, staff = member_of(), member_of(OrganisationFactory())

    grant = give_grant(identity=identity, by=owner, user=holder, reason="A request.")
    give_grant(
        identity=identity, by=owner, organisation=staff.member.memberships.get().organisation, reason="An agreement.",
        until=timezone.now() + timedelta(days=1),
    )  # fmt: skip

    assert [can(user, Action.READ, identity) for user in (holder, staff, member_of(), None)] == [
        True, True, False, False,
    ]  # fmt: skip
    assert str(grant) == f"{identity.code} → {holder}"
    end_grant(grant=grant, by=owner)
    end_grant(grant=grant, by=editor())
    assert not can(holder, Action.READ, identity)
    grant.refresh_from_db()
    assert grant.ended_by == owner
    assert actions(identity) == ["grant given", "grant given", "grant ended"]


def test_granting_takes_the_owner_or_two_people(organisation):
    keeper = OrganisationFactory()
    identity = IdentityFactory(owner=organisation, custodian=keeper, details_to=Level.OWNER)
    focal_point, second, holder = member_of(keeper, focal_point=True), editor(), member_of()

    for by, other in ((focal_point, None), (second, None), (second, second), (member_of(), second)):
        with pytest.raises(PermissionDenied):
            give_grant(identity=identity, by=by, second=other, user=holder, reason="A request.")
    give_grant(identity=identity, by=focal_point, second=second, user=holder, reason="A request.")

    assert can(holder, Action.READ, identity)
    assert AuditEntry.objects.get(identity=identity).detail["second"] == second.pk
    with pytest.raises(PermissionDenied):
        end_grant(grant=Grant.objects.get(), by=holder)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""}, {"user": None}, {"organisation": "organisation"},
        {"until": timezone.now() - timedelta(minutes=1)},
    ],
)  # fmt: skip
def test_a_grant_is_for_one_with_a_reason_and_an_end_to_come(wrong, owner, organisation):
    identity = IdentityFactory(owner=organisation)
    values = {"user": member_of(), "reason": "A request."} | wrong
    if "organisation" in values:
        values["organisation"] = organisation

    with pytest.raises(ValidationError):
        give_grant(identity=identity, by=owner, **values)

    assert not Grant.objects.exists()


def test_a_grant_never_adds_the_card():
    identity = IdentityFactory(listed_to=Level.NAMED)
    holder = member_of()
    GrantFactory(identity=identity, user=holder)

    assert [can(holder, action, identity) for action in (Action.KNOW, Action.READ)] == [False, False]


@pytest.mark.parametrize("belongs", [False, True])
def test_who_stands_for_an_audience_holds_no_grant(organisation, belongs):
    identity = IdentityFactory(owner=OrganisationFactory(), details_to=Level.OWNER)
    GrantFactory(identity=identity, organisation=organisation)
    audience = Reader(is_member=True, organisation_ids=frozenset({organisation.pk} if belongs else ()))

    assert not can(audience, Action.READ, identity)
    assert not RecordIdentity.objects.filter(pk=identity.pk).visible_to(audience, Zone.DETAILS)
    assert can(member_of(organisation), Action.READ, identity)
