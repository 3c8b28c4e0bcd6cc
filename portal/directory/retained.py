"""How long an account is kept that nobody uses. Administrators' accounts stay: somebody must be able to come in."""

from django.contrib.auth import get_user_model
from django.db.models.functions import Coalesce

from portal.core.retention import kept_for
from portal.directory.erased_list import write_down
from portal.directory.erasing import ERASED, close_account, erase_account
from portal.directory.models import Invitation, JoinRequest
from portal.directory.models.join_request import JoinState


@kept_for("Accounts that were opened and never used, until they are closed", days=180)
def never_used(before):
    return _each(close_account, _last_seen(before).filter(is_active=True, last_login=None))


@kept_for("Accounts after the last sign-in, until they are closed", days=730)
def not_used(before):
    return _each(close_account, _last_seen(before).filter(is_active=True))


@kept_for("Closed accounts after the last sign-in, until they are erased", days=1095)
def closed(before):
    # The list beside the database is brought up to date, should a line be missing.
    write_down()
    return _each(_erase, _last_seen(before).filter(is_active=False).exclude(email__endswith=ERASED))


@kept_for("Requests to join whose address was never confirmed", days=30)
def unconfirmed_requests(before):
    return JoinRequest.objects.filter(state=JoinState.UNCONFIRMED, asked_at__lt=before).delete()[0]


@kept_for("Requests to join, after the decision", days=365)
def decided_requests(before):
    return JoinRequest.objects.filter(decided_at__lt=before).delete()[0]


@kept_for("Invitations, after they expired", days=365)
def expired_invitations(before):
    return Invitation.objects.filter(expires_at__lt=before).delete()[0]


def _erase(*, user):
    erase_account(user=user, by=None)


def _last_seen(before):
    """Accounts of which nothing was seen since, the opening included."""
    people = get_user_model().objects.filter(is_superuser=False).order_by("pk")
    return people.annotate(seen=Coalesce("last_login", "date_joined")).filter(seen__lt=before)


def _each(act, people):
    people = list(people)
    for user in people:
        act(user=user)
    return len(people)
