"""What waits in the outbox, as its reader would get it."""

from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of


def last_mail():
    """The newest mail of the outbox."""
    return mail_of(Notice.objects.order_by("created_at").last())


def mails_to(address):
    """The kinds of the notices to an address, the oldest first."""
    notices = Notice.objects.order_by("created_at")
    return [notice.kind for notice in notices if notice.recipient == address]
