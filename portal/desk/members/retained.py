"""What is kept of messages to members: until their address is confirmed, two days at most, and the address itself
no longer; the mail to the member by the outbox."""

from django.db.models import Q

from portal.core.retention import kept_for
from portal.desk.members.mails import MESSAGE, asked
from portal.desk.models import WaitingMessage
from portal.directory.erasing import addresses_of, on_erase
from portal.directory.erasing_again import on_forgetting_strangers
from portal.directory.own_data import add_part
from portal.notifications.forgetting import forget_notices
from portal.notifications.models import Notice


@kept_for("Messages to members whose address was never confirmed", days=2)
def unconfirmed_messages(before):
    left = WaitingMessage.objects.filter(asked_at__lt=before)
    forget_notices([asked(message) for message in left])
    return left.delete()[0]


@on_erase
def forget_messages(user):
    """What they wrote goes too, sent or not; of a mail that was sent nothing that names them is left anyway."""
    addresses = addresses_of(user)
    WaitingMessage.objects.filter(Q(email__in=addresses) | Q(member__user=user)).delete()
    Notice.objects.filter(kind=MESSAGE, facts__reply_to__in=addresses).delete()


@on_forgetting_strangers
def forget_strangers_messages():
    WaitingMessage.objects.all().delete()


def _waiting(user):
    rows = WaitingMessage.objects.filter(email__iexact=user.email).order_by("asked_at", "pk")
    return list(rows.values("asked_at", "name", "text"))


add_part("messages_not_confirmed", _waiting)
