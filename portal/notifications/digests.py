"""The digest: what a person follows in one mail a day or a week. It is a notice itself, so it is sent as one is."""

from django.utils import timezone

from portal.notifications.allowed import may_have
from portal.notifications.enums import State, Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.models import Notice

DIGEST = MessageKind(key="digest", urgency=Urgency.NEWS, action=None)


def drop_forbidden(digest) -> bool:
    """Takes out of a digest what its reader may not know of any more; says whether anything is left."""
    gone = [item.pk for item in items_of(digest) if not may_have(item)]
    if gone:
        now = timezone.now()
        Notice.objects.filter(pk__in=gone).update(state=State.WITHDRAWN, digest=None, ended_at=now, facts={})
    return digest.items.exists()


def items_of(digest):
    """The notices in a digest, the oldest first."""
    return digest.items.select_related("user__mail_preference", "user__member").order_by("created_at", "key")
