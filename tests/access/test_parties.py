"""One editor alone gives no organisation more than it had, and takes none's own record from it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.access.enums import Level
from portal.access.models import AccessWish, AuditEntry, PartiesWish
from portal.access.services import (
    ChangedMeanwhile,
    approve_parties,
    ask_access,
    ask_parties,
    restrict_access,
    set_parties,
    withdraw_record,
)
from tests.access.decided import NO, actions
from tests.factories.access import IdentityFactory
from tests.factories.people import OrganisationFactory, editor, member_of


def test_an_editor_sets_parties(organisation):
    identity = IdentityFactory(listed_to=Level.MEMBERS)
    by, named = editor(), OrganisationFactory()

    second = editor()

    set_parties(identity=identity, by=by, owner=organisation, named=[named], second=second)

    identity.refresh_from_db()
    assert (identity.owner, identity.custodian, list(identity.named_organisations.all())) == (
        organisation,
        None,
        [named],
    )
    assert AuditEntry.objects.get(identity=identity).detail == {
        "listed_to": "members", "details_to": "members", "owner": organisation.pk, "custodian": None,
        "named": [named.pk], "second": second.pk,
    }  # fmt: skip
    with pytest.raises(PermissionDenied):
        set_parties(identity=identity, by=member_of(organisation, focal_point=True))


def test_one_editor_alone_names_no_further_organisation(organisation):
    identity = IdentityFactory(listed_to=Level.NAMED, named_organisations=[organisation])
    author = editor()
    ask_access(identity=identity, by=author, listed_to="members", details_to="members", **NO)

    with pytest.raises(ValidationError):
        set_parties(identity=identity, by=author, named=[organisation, OrganisationFactory()])
    set_parties(identity=identity, by=author, named=[organisation])
    assert AccessWish.objects.exists()
    set_parties(identity=identity, by=author, named=[])

    assert not AccessWish.objects.exists()
    assert not identity.named_organisations.exists()


@pytest.mark.parametrize("part", ["owner", "custodian"])
def test_one_editor_alone_makes_no_further_organisation_owner_or_keeper(part, organisation):
    mine = OrganisationFactory()
    identity = IdentityFactory(listed_to=Level.OWNER, owner=organisation)
    by = editor(member_of(mine, focal_point=True))
    parties = {"owner": organisation, part: mine}

    for second in (None, by, member_of()):
        with pytest.raises(PermissionDenied):
            set_parties(identity=identity, by=by, second=second, **parties)
    ask_parties(identity=identity, by=by, reason="They asked.", **parties)
    with pytest.raises(PermissionDenied):
        approve_parties(identity=identity, by=by)
    identity.refresh_from_db()
    assert (identity.owner, identity.custodian, actions(identity)) == (organisation, None, [])

    approve_parties(identity=identity, by=editor())

    identity.refresh_from_db()
    assert getattr(identity, part) == mine
    assert AuditEntry.objects.get(identity=identity).detail["asked_by"] == by.pk
    assert not PartiesWish.objects.exists()


def test_a_keeper_becomes_owner_by_two(organisation):
    identity = IdentityFactory(custodian=organisation)

    with pytest.raises(PermissionDenied):
        set_parties(identity=identity, by=editor(), owner=organisation)


@pytest.mark.parametrize("part", ["owner", "custodian"])
def test_one_editor_alone_cuts_nobody_off_their_record(part, organisation):
    identity = IdentityFactory(owner=organisation, custodian=organisation)
    parties = {"owner": organisation, "custodian": organisation} | {part: None}

    with pytest.raises(PermissionDenied):
        set_parties(identity=identity, by=editor(), **parties)
    set_parties(identity=identity, by=editor(), second=editor(), **parties)

    identity.refresh_from_db()
    assert getattr(identity, part) is None


@pytest.mark.parametrize("narrow", [restrict_access, withdraw_record, set_parties])
def test_narrowing_drops_parties_that_wait(narrow, organisation):
    identity = IdentityFactory()
    wish = ask_parties(identity=identity, by=editor(), owner=organisation, reason="They asked.")
    assert str(wish) == f"{identity.code}: {organisation} / –"

    narrow(identity=identity, by=editor())
    approve_parties(identity=identity, by=editor())

    identity.refresh_from_db()
    assert identity.owner is None


def test_parties_are_approved_as_they_were_seen_and_asked_for_with_a_reason(organisation):
    identity = IdentityFactory()
    seen = ask_parties(identity=identity, by=editor(), owner=organisation, reason="They asked.").pk
    ask_parties(identity=identity, by=editor(), custodian=organisation, reason="They asked.")

    with pytest.raises(ChangedMeanwhile):
        approve_parties(identity=identity, by=editor(), seen=seen)
    with pytest.raises(ValidationError):
        ask_parties(identity=identity, by=editor(), owner=organisation, reason=" ")
    with pytest.raises(PermissionDenied):
        ask_parties(identity=identity, by=member_of(), owner=organisation, reason="They asked.")
