from django.conf import settings
from django.db.models import Q

from portal.notifications.enums import State
from portal.notifications.mail_folder import ShownMail, mails_to
from portal.notifications.models import Notice

BOUNCED = Q(state=State.REFUSED, answer__startswith="RCPT")
"""Refused at the step at which a server says that it does not have such a mailbox: all else may be a fault of ours."""


def is_bouncing(user):
    """Whether the last mail to a person that found an end was refused because of their address."""
    ended = Notice.objects.filter(Q(state=State.SENT) | BOUNCED, user=user).order_by("-ended_at", "key")
    return ended.values_list("state", flat=True).first() == State.REFUSED


def unanswered():
    """The notices that a server once got without answering, the latest first: whether they came through then, nobody
    knows; those that were sent since have been repeated."""
    return Notice.objects.filter(unanswered__gt=0).order_by("-created_at", "key")


def shown_mails(user, most=10) -> list[ShownMail]:
    """The newest mails to a person, where mails are files (settings.MAIL_FOLDER); in production there are none."""
    folder = settings.MAIL_FOLDER if settings.PORTAL_DEMO_ALLOWED else None
    return mails_to(user.email, folder, most) if folder and user.is_authenticated else []
