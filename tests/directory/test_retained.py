"""Accounts that nobody uses are closed, then erased; administrators' stay."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.core.retention import keep_retention
from portal.directory.models import ErasedAccount, Invitation, JoinRequest
from portal.users.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_list(settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


def account(name, *, opened, seen=None, **fields):
    """An account that was opened, and last signed in, so many days ago."""
    now = timezone.now()
    last_login = None if seen is None else now - timedelta(days=seen)
    return UserFactory(
        email=f"{name}@example.org", date_joined=now - timedelta(days=opened), last_login=last_login, **fields
    )


def test_closed_when_never_used_for_half_a_year_or_not_for_two():
    for name, days in {"new": 179, "old": 181}.items():
        account(f"{name}-never", opened=days)
    for name, days in {"new": 729, "old": 731}.items():
        account(f"{name}-seen", opened=2_000, seen=days)
    account("administrator", opened=2_000, is_superuser=True)
    keep_retention()

    closed = User.objects.filter(is_active=False).values_list("email", flat=True)
    assert set(closed) == {"old-never@example.org", "old-seen@example.org"}
    assert ErasedAccount.objects.count() == 0


def test_erased_three_years_after_the_last_sign_in_once():
    account("closed", opened=2_000, seen=1_094, is_active=False)
    gone = account("gone", opened=2_000, seen=1_096, is_active=False)
    keep_retention()

    assert list(ErasedAccount.objects.values_list("number", flat=True)) == [gone.pk]
    assert dict(keep_retention())["Closed accounts after the last sign-in, until they are erased"] == 0


def test_requests_and_invitations_go_after_their_time():
    now = timezone.now()
    for number, (state, asked, decided) in enumerate(
        [("unconfirmed", 31, None), ("unconfirmed", 29, None), ("accepted", 400, 366), ("declined", 400, 364),
         ("waiting", 400, None)]
    ):  # fmt: skip
        JoinRequest.objects.create(
            digest=str(number), email=f"{number}@example.org", name="A", organisation_name="B", reason="C", state=state,
            asked_at=now - timedelta(days=asked), decided_at=decided and now - timedelta(days=decided),
        )  # fmt: skip
    for days in (364, 366):
        Invitation.objects.create(digest=str(days), email="a@example.org", expires_at=now - timedelta(days=days))
    keep_retention()

    assert set(JoinRequest.objects.values_list("digest", flat=True)) == {"1", "3", "4"}
    assert [invitation.digest for invitation in Invitation.objects.all()] == ["364"]
