from django.conf import settings

from portal.notifications.enums import State
from portal.notifications.mail_folder import ShownMail, mails_to
from portal.notifications.models import Notice

AT_RECIPIENT = "RCPT"
"""The step at which a server says that it does not have such a mailbox."""


def is_bouncing(user):
    """Whether the last mail to a person that found an end was refused because of their address."""
    ended = Notice.objects.filter(user=user, state__in=(State.SENT, State.REFUSED)).order_by("-ended_at", "key")
    last = ended.values_list("state", "answer").first()
    return last is not None and last[0] == State.REFUSED and last[1].startswith(AT_RECIPIENT)


def unanswered():
    """The notices that a server once got without answering, the latest first: whether they came through then, nobody
    knows; those that were sent since have been repeated."""
    return Notice.objects.filter(unanswered__gt=0).order_by("-created_at", "key")


def shown_mails(user, most=10) -> list[ShownMail]:
    """The newest mails to a person, where mails are files (settings.MAIL_FOLDER); in production there are none."""
    folder = settings.MAIL_FOLDER if settings.PORTAL_DEMO_ALLOWED else None
    return mails_to(user.email, folder, most) if folder and user.is_authenticated else []
