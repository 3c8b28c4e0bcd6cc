"""Narrowing is one person's and immediate, and drops what waits for approval."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.access.enums import Action, Level
from portal.access.models import AccessWish, AuditEntry
from portal.access.policy import can
from portal.access.services import approve_wish, ask_access, restrict_access, withdraw_record
from tests.access.decided import NO, actions, levels
from tests.factories.access import IdentityFactory
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of


@pytest.mark.parametrize("who", ["owner", "keeper", "editor"])
def test_anyone_in_the_chain_restricts_at_once(who, organisation):
    keeper = OrganisationFactory()
    identity = IdentityFactory(owner=organisation, custodian=keeper)
    people = {
        "owner": member_of(organisation, focal_point=True), "keeper": member_of(keeper, focal_point=True),
        "editor": editor(),
    }  # fmt: skip

    restrict_access(identity=identity, by=people[who], listed_to=Level.NAMED, reason="A village is named.")

    assert levels(identity) == (Level.NAMED, Level.NAMED)
    assert identity.version == 2
    entry = AuditEntry.objects.get(identity=identity)
    assert (entry.action, entry.by, entry.code) == ("restricted", people[who], identity.code)
    assert entry.detail == {"listed_to": Level.NAMED, "details_to": Level.NAMED, "reason": "A village is named."}


def test_details_alone_are_restricted(owner, organisation):
    identity = IdentityFactory(owner=organisation)

    restrict_access(identity=identity, by=owner, details_to=Level.MEMBERS)

    assert levels(identity) == (Level.PUBLIC, Level.MEMBERS)


@pytest.mark.parametrize("narrowed", [{"listed_to": Level.PUBLIC}, {"details_to": Level.MEMBERS}])
def test_restricting_never_widens(narrowed, owner, organisation):
    identity = IdentityFactory(owner=organisation, listed_to=Level.MEMBERS, details_to=Level.NAMED)

    with pytest.raises(ValidationError):
        restrict_access(identity=identity, by=owner, **narrowed)

    assert levels(identity) == (Level.MEMBERS, Level.NAMED)


def test_others_restrict_and_withdraw_nothing(organisation):
    identity = IdentityFactory(owner=organisation)

    for user in (None, UserFactory(), member_of(), member_of(organisation)):
        with pytest.raises(PermissionDenied):
            restrict_access(identity=identity, by=user, listed_to=Level.OWNER)
        with pytest.raises(PermissionDenied):
            withdraw_record(identity=identity, by=user)

    assert levels(identity) == (Level.PUBLIC, Level.PUBLIC)


def test_who_withdraws_takes_it_from_everybody_but_editors(owner, organisation, changed):
    identity = IdentityFactory(owner=organisation)

    withdraw_record(identity=identity, by=owner, reason="Not agreed.")

    identity.refresh_from_db()
    assert [can(user, Action.KNOW, identity) for user in (None, member_of(), owner, editor())] == [
        False, False, False, True,
    ]  # fmt: skip
    assert (changed, actions(identity)) == ([{identity.key}], ["withdrawn"])


@pytest.mark.parametrize("narrow", [restrict_access, withdraw_record])
def test_narrowing_drops_a_wish_that_waits(narrow, owner, organisation):
    author = member_of(organisation)
    identity = IdentityFactory(owner=organisation, contributors=[author], listed_to=Level.MEMBERS)
    ask_access(identity=identity, by=author, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, **NO)

    narrow(identity=identity, by=owner)
    approve_wish(identity=identity, by=editor())

    assert not AccessWish.objects.exists()
    assert levels(identity) == (Level.MEMBERS, Level.MEMBERS)
