"""The mails of writing to a member: the message itself, and the link that confirms where it comes from."""

from uuid import uuid4

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind, register
from portal.notifications.posting import tell, write_to

MESSAGE, CONFIRM = "member_message", "member_message_confirm"


def register_kinds():
    """Makes the two kinds known to the outbox."""
    register(MessageKind(key=MESSAGE, urgency=Urgency.MUST, action=None))
    register(MessageKind(key=CONFIRM, urgency=Urgency.ALWAYS, action=None))


def post_message(*, member, name, email, text):
    """Writes to the member; an answer goes to `email`, the member's own address stays where it is."""
    facts = {"name": name, "text": text, "reply_to": email, "path": _path("my:profile")}
    tell(kind=MESSAGE, event=f"message:{uuid4()}", people=[member.user], facts=facts)


def post_confirmation(*, message, token, language):
    """Sends the link that confirms the address of a visitor, to that address."""
    facts = {"path": _path("member_directory:confirm", token)}
    write_to(kind=CONFIRM, event=asked(message), address=message.email, language=language, facts=facts)


def asked(message):
    """What the outbox knows the mail with the link by, so that the visitor's address goes with the message."""
    return f"message asked:{message.pk}"


def _path(name, *args):
    with translation.override(settings.LANGUAGE_CODE):
        return reverse(name, args=args)
