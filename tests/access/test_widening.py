"""Widening takes the owner or two people, restoring who may ask and an editor, and each a reason."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.access.enums import Level, TextSensitivity
from portal.access.models import AuditEntry
from portal.access.services import may_ask_back, restore_record, widen_access, withdraw_record
from tests.access.decided import levels
from tests.factories.access import IdentityFactory
from tests.factories.people import OrganisationFactory, editor, member_of


def test_the_owner_widens_alone_and_says_why(owner, organisation):
    identity = IdentityFactory(owner=organisation, listed_to=Level.OWNER)

    with pytest.raises(ValidationError) as caught:
        widen_access(identity=identity, by=owner, listed_to=Level.PUBLIC, details_to=Level.MEMBERS, reason=" ")
    widen_access(identity=identity, by=owner, listed_to=Level.PUBLIC, details_to=Level.MEMBERS, reason="Published.")

    assert list(caught.value.message_dict) == ["reason"]
    assert levels(identity) == (Level.PUBLIC, Level.MEMBERS)


def test_others_need_a_second_person_who_is_an_editor(organisation):
    keeper, first, second = OrganisationFactory(), editor(), editor()
    author = member_of(keeper)
    identity = IdentityFactory(owner=organisation, custodian=keeper, listed_to=Level.MEMBERS, contributors=[author])
    focal_point = member_of(keeper, focal_point=True)
    refused = [
        (first, None), (first, first), (first, author), (author, None), (author, member_of()), (focal_point, None),
        (member_of(), second), (member_of(organisation), second), (None, second),
    ]  # fmt: skip

    for by, other in refused:
        with pytest.raises(PermissionDenied):
            widen_access(
                identity=identity, by=by, second=other, listed_to="public", details_to="public", reason="Published."
            )
    assert levels(identity) == (Level.MEMBERS, Level.MEMBERS)

    widen_access(
        identity=identity, by=author, second=second, listed_to="public", details_to="public", reason="Published."
    )

    assert levels(identity) == (Level.PUBLIC, Level.PUBLIC)
    entry = AuditEntry.objects.get(identity=identity)
    assert (entry.by, entry.detail["second"]) == (author, second.pk)


@pytest.mark.parametrize(
    ("sensitivity", "details"),
    [
        ("low", Level.PUBLIC), ("moderate", Level.MEMBERS), ("high", Level.NAMED), ("severe", Level.OWNER),
        ("not_assessed", Level.NAMED),
    ],
)  # fmt: skip
def test_the_sensitivity_of_the_text_caps_its_details(sensitivity, details, owner, organisation):
    identity = IdentityFactory(owner=organisation, listed_to=Level.OWNER)

    widen_access(
        identity=identity, by=owner, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, reason="Published.",
        sensitivity=TextSensitivity(sensitivity),
    )  # fmt: skip

    assert levels(identity) == (Level.PUBLIC, details)


def test_two_editors_restore_a_withdrawn_record_with_a_reason(owner, organisation):
    first, second = editor(), editor()
    identity = IdentityFactory(owner=organisation, listed_to=Level.MEMBERS)
    with pytest.raises(ValidationError):
        restore_record(identity=identity, by=first, second=second, reason="Agreed.")
    withdraw_record(identity=identity, by=owner)

    for by, other in (
        (first, None),
        (first, first),
        (first, owner),
        (owner, owner),
        (owner, None),
        (member_of(), first),
    ):
        with pytest.raises(PermissionDenied):
            restore_record(identity=identity, by=by, second=other, reason="Agreed.")
    with pytest.raises(ValidationError):
        restore_record(identity=identity, by=first, second=second, reason=" ")
    restore_record(identity=identity, by=first, second=second, reason="Agreed.")

    identity.refresh_from_db()
    assert (identity.withdrawn_at, levels(identity)) == (None, (Level.MEMBERS, Level.MEMBERS))
    entry = AuditEntry.objects.filter(identity=identity).first()
    assert (entry.action, entry.by, entry.detail["second"]) == ("restored", first, second.pk)


def test_a_keeper_asks_back_only_what_nobody_owns(owner, organisation):
    keeping = OrganisationFactory()
    keeper = member_of(keeping, focal_point=True)
    owned = IdentityFactory(owner=organisation, custodian=keeping)
    kept = IdentityFactory(custodian=keeping)
    for identity, by in ((owned, keeper), (kept, keeper)):
        withdraw_record(identity=identity, by=by)
        assert may_ask_back(keeper, type(identity).objects.get(pk=identity.pk)) == (identity is kept)

    with pytest.raises(PermissionDenied):
        restore_record(identity=owned, by=keeper, second=editor(), reason="Agreed.")
    restore_record(identity=owned, by=owner, second=editor(), reason="Agreed.")
    restore_record(identity=kept, by=keeper, second=editor(), reason="Agreed.")

    assert not type(owned).objects.exclude(withdrawn_at=None).exists()
