"""The mails of it: to who speaks for the owner, and of the answer to who wrote the entry. They say kind and code."""

from zlib import crc32

from django.contrib.auth import get_user_model
from django.utils import timezone

from portal.access.models import OwnerNotice
from portal.desk.owners.links import answer_path, confirm_path
from portal.directory.rights import speakers
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind, register
from portal.notifications.posting import tell
from portal.notifications.review_steps import LIST, wrote

TOLD, CONFIRM, ANSWERED = "owner_told", "owner_confirm", "owner_answered"


def register_kinds():
    register(MessageKind(key=TOLD, urgency=Urgency.MUST, concerns=is_asked))
    register(MessageKind(key=CONFIRM, urgency=Urgency.ALWAYS, concerns=is_asked))
    register(MessageKind(key=ANSWERED, urgency=Urgency.MUST, concerns=wrote))


def is_asked(user, identity):
    """Whether the person speaks for an owner of data that was told of this entry; of what is withdrawn nobody is."""
    return bool(notices_to(user, identity))


def notices_to(user, identity):
    """The OwnerNotices of this entry whose owner was told and has the person speak for it."""
    if identity.withdrawn_at is not None:
        return []
    told = OwnerNotice.objects.filter(identity=identity, told_at__isnull=False).select_related("organisation")
    return [notice for notice in told if user in speakers(notice.organisation)]


def post(notice):
    """Writes the mails of a notice that was told, or answered."""
    if notice.answer:
        _tell_authors(notice)
        return
    for user in speakers(notice.organisation):
        facts = {"path": answer_path(notice, user)}
        tell(kind=TOLD, event=f"{TOLD}:{notice.pk}", people=[user], record=notice.identity_id, facts=facts)


def tell_to_confirm(notice, user, message):
    """Asks the person to whom the link belongs whether it was them who let it go ahead: once a day for the same."""
    asked = crc32(f"{user.pk} {notice.answered_at} {message}".encode())
    event = f"{CONFIRM}:{notice.pk}:{timezone.localdate():%Y%m%d}:{asked:08x}"
    facts = {"path": confirm_path(notice, user, message)}
    tell(kind=CONFIRM, event=event, people=[user], record=notice.identity_id, facts=facts)


def _tell_authors(notice):
    authors = get_user_model().objects.filter(contributed_identities=notice.identity_id, is_active=True)
    event = f"{ANSWERED}:{notice.pk}:{notice.answered_at:%Y%m%dT%H%M%S%f}"
    tell(kind=ANSWERED, event=event, people=authors, record=notice.identity_id, facts={"path": LIST})
