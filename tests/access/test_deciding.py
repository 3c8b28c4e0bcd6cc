"""What is decided is decided of the row as it stands, and of no withdrawn one."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.access.models import AccessWish, Grant, RecordIdentity
from portal.access.services import (
    ChangedMeanwhile,
    ask_access,
    end_grant,
    give_grant,
    restrict_access,
    set_parties,
    widen_access,
    withdraw_record,
)
from tests.access.decided import NO
from tests.factories.access import IdentityFactory
from tests.factories.people import editor, member_of


def test_nobody_decides_about_a_withdrawn_record(organisation):
    author, holder = editor(), member_of()
    identity = IdentityFactory(owner=organisation, contributors=[author])
    withdraw_record(identity=identity, by=author)
    levels_of_all = {"listed_to": "public", "details_to": "public"}

    for decide in (
        lambda: give_grant(identity=identity, by=author, user=holder, reason="A request."),
        lambda: give_grant(identity=identity, by=author, second=editor(), user=holder, reason="A request."),
        lambda: widen_access(identity=identity, by=author, second=editor(), reason="Published.", **levels_of_all),
        lambda: ask_access(identity=identity, by=author, **levels_of_all, **NO),
        lambda: restrict_access(identity=identity, by=author, listed_to="members"),
    ):
        with pytest.raises(PermissionDenied):
            decide()


def test_a_stale_row_grants_and_asks_for_nothing(owner, organisation):
    author, holder = editor(), member_of()
    identity = IdentityFactory(owner=organisation, contributors=[author])
    grant = give_grant(identity=identity, by=owner, user=holder, reason="A request.")
    grant = Grant.objects.select_related("identity").get(pk=grant.pk)
    set_parties(identity=RecordIdentity.objects.get(pk=identity.pk), by=author, second=editor())

    with pytest.raises(PermissionDenied):
        give_grant(identity=identity, by=owner, user=member_of(), reason="A request.")
    with pytest.raises(PermissionDenied):
        end_grant(grant=grant, by=owner)
    with pytest.raises(ChangedMeanwhile):
        ask_access(
            identity=identity, by=author, listed_to="members", details_to="members", version=identity.version, **NO
        )

    assert not AccessWish.objects.exists()
