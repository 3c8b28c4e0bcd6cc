"""Whose account an e-mail address opens."""

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q


def holder_of(address):
    """The account, active or closed, that has confirmed this address, else the one that is called by it; or None.

    An address that somebody added and never confirmed opens nothing: it may be anybody's. One query, whatever it finds.
    """
    address = address.strip().lower()
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), email=address, verified=True)
    found = get_user_model().objects.annotate(is_confirmed=Exists(confirmed))
    return found.filter(Q(is_confirmed=True) | Q(email=address)).order_by("-is_confirmed", "pk").first()


def active_holder_of(address):
    """The same, when one can sign in with that account; else None."""
    user = holder_of(address)
    return user if user is not None and user.is_active else None
