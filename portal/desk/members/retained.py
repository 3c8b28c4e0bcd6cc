"""What is kept of messages to members: until their address is confirmed, two days at most, and the address itself
no longer; the mail to the member by the outbox."""

from django.db.models import Q

from portal.core.retention import kept_for
from portal.desk.members.mails import asked
from portal.desk.models import WaitingMessage
from portal.directory.erasing import addresses_of, on_erase
from portal.directory.own_data import add_part
from portal.notifications.forgetting import forget_notices


@kept_for("Messages to members whose address was never confirmed", days=2)
def unconfirmed_messages(before):
    left = WaitingMessage.objects.filter(asked_at__lt=before)
    forget_notices([asked(message) for message in left])
    return left.delete()[0]


@on_erase
def forget_messages(user):
    WaitingMessage.objects.filter(Q(email__in=addresses_of(user)) | Q(member__user=user)).delete()


def _waiting(user):
    rows = WaitingMessage.objects.filter(email__iexact=user.email).order_by("asked_at", "pk")
    return list(rows.values("asked_at", "name", "text"))


add_part("messages_not_confirmed", _waiting)
