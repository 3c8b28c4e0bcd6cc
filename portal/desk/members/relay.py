"""Writing to a member by the portal: at once for members, after a link by mail for visitors."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.desk.members.mails import asked, post_confirmation, post_message
from portal.desk.models import WaitingMessage
from portal.directory.profiles import listed_members
from portal.directory.tokens import digest_of, new_token
from portal.notifications.enums import Mails
from portal.notifications.forgetting import forget_notices

CONFIRMED_WITHIN = timedelta(days=1)


class MessageLinkOver(ValidationError):
    """The link was used, or left too long, or its reader agrees no more to be written to."""


def reachable_members():
    """The listed members whom a message reaches: who wants no mails but about the account gets none of these."""
    return listed_members().exclude(user__mail_preference__mails=Mails.NONE)


def member_to_write_to(key):
    """The member of that contact key whom a message reaches, or None."""
    return reachable_members().filter(contact_key=key).select_related("user").first()


@transaction.atomic
def write_as_member(*, member, by, text):
    """Passes a message of a signed-in person on at once."""
    post_message(member=member, name=by.get_full_name() or _("A member"), email=by.email, text=text)


@transaction.atomic
def ask_to_write(*, member, email, name, text, language):
    """Keeps a visitor's message until its address is confirmed, and sends the link there."""
    token, digest = new_token()
    message = WaitingMessage.objects.create(
        digest=digest, member=member, email=email.strip().lower(), name=name, text=text
    )
    post_confirmation(message=message, token=token, language=language)


def message_of(token):
    """The message that a link still sends. Raises MessageLinkOver."""
    since = timezone.now() - CONFIRMED_WITHIN
    found = WaitingMessage.objects.filter(digest=digest_of(token), asked_at__gt=since, member__in=reachable_members())
    if (message := found.select_related("member__user").first()) is None:
        raise MessageLinkOver(_("This link is no longer valid."))
    return message


@transaction.atomic
def confirm_message(*, token):
    """Passes the message on, once. Raises MessageLinkOver."""
    message = message_of(token)
    # Of two at once, one finds the row gone.
    if not WaitingMessage.objects.filter(pk=message.pk).delete()[0]:
        raise MessageLinkOver(_("This link is no longer valid."))
    forget_notices([asked(message)])
    post_message(member=message.member, name=message.name, email=message.email, text=message.text)
