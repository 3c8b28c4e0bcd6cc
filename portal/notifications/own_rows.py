"""What the outbox keeps of one person, for them to take along."""

from django.db.models import Q

from portal.directory.erasing import addresses_of
from portal.directory.own_data import add_part
from portal.notifications.models import MailPreference, Notice


def mails(user):
    """What they chose, and which mails they were written when; what waits to be said may be about others."""
    notices = Notice.objects.filter(Q(user=user) | Q(address__in=addresses_of(user))).order_by("created_at", "key")
    return {
        "choice": MailPreference.objects.filter(user=user).values("mails", "digest", "language").first(),
        "written": list(notices.values("kind", "created_at", "state", "sent_at")),
    }


add_part("mails", mails)
