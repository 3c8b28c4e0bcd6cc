"""What is kept of a person here, taken away when they are forgotten."""

from django.db.models import Q

from portal.directory.erasing import addresses_of
from portal.notifications.models import MailPreference, Notice


def forget_person(user):
    """Takes away every message to them, sent or not, and what they chose."""
    Notice.objects.filter(Q(user=user) | Q(address__in=addresses_of(user))).delete()
    MailPreference.objects.filter(user=user).delete()
