"""Leaving: a membership ends, an account closes, a person is forgotten; and what the portal keeps of them."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from portal.directory.events import tell_event
from portal.directory.models import Erasure, Invitation, JoinRequest, Member, Membership

NOBODY = "erased-{number}@erased.invalid"


@transaction.atomic
def leave(*, user):
    """Ends all memberships and closes the account; what was written stays with its organisations."""
    tell_event("left", by=user)
    _close(user)


@transaction.atomic
def erase(*, user):
    """Closes the account and takes away every name and address in it; of the person a number stays.

    The log keeps that number; entries keep organisation and role. Done again, it changes nothing.
    """
    number, email = user.pk, user.email
    tell_event("erased", by=user)
    Erasure.objects.get_or_create(number=number)
    _close(user)
    _forget_mails(email)
    user.email = NOBODY.format(number=number)
    user.first_name = user.last_name = ""
    user.is_superuser = user.is_staff = False
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    for member in Member.objects.filter(user=user):
        member.role, member.languages, member.is_listed = "", [], False
        member.save()
        member.expertise.clear()
        member.countries.clear()


def erase_again():
    """Forgets everybody once more who asked for it: after a restored backup. Returns how many."""
    from django.contrib.auth import get_user_model

    numbers = Erasure.objects.values_list("number", flat=True)
    back = list(get_user_model().objects.filter(pk__in=numbers).exclude(email__endswith="@erased.invalid"))
    for user in back:
        erase(user=user)
    return len(back)


def _close(user):
    Membership.objects.filter(member__user=user).update(is_active=False, is_focal_point=False, is_deputy=False)
    Member.objects.filter(user=user).update(is_active=False, is_listed=False)
    user.is_active = False
    user.save(update_fields=["is_active"])
    for session in UserSession.objects.filter(user=user):
        session.end()


def _forget_mails(email):
    Invitation.objects.filter(email=email).delete()
    JoinRequest.objects.filter(email=email).delete()
    JoinRequest.objects.filter(vouched_by=email).update(vouched_by="")
