"""What is kept of a person here, taken away when they are forgotten."""

from django.db.models import Q

from portal.directory.erasing import addresses_of
from portal.directory.erasing_again import on_forgetting_strangers
from portal.notifications.models import MailPreference, Notice


def forget_person(user):
    """Takes away every message to them, sent or not, and what they chose."""
    Notice.objects.filter(Q(user=user) | Q(address__in=addresses_of(user))).delete()
    MailPreference.objects.filter(user=user).delete()


@on_forgetting_strangers
def forget_strangers():
    """Takes away every message to an address without an account."""
    Notice.objects.filter(user=None).delete()


def forget_notices(events):
    """Takes away what addresses without an account were told of these events, when there is no more to them."""
    Notice.objects.filter(user=None, event__in=events).delete()
