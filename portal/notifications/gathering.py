"""Makes digests out of what is held for them.

The event of a digest is the day on which its period begins: whatever happens, there is one of a person on a day.
"""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from portal.notifications.digests import DIGEST
from portal.notifications.enums import Digest, State
from portal.notifications.models import MailPreference, Notice
from portal.notifications.posting import tell

HOUR = time(5)
"""When a digest's day begins, in UTC: before people in most countries of the community open their mail."""
DEFAULT = MailPreference._meta.get_field("digest").default


def began_at(how_often, now):
    """When the period began in which `now` is: today at five, or on Monday at five. What came before goes into it."""
    day = datetime.combine(now.date(), HOUR, tzinfo=now.tzinfo)
    day -= timedelta(days=1 if now < day else 0)
    return day if how_often == Digest.DAILY else day - timedelta(days=day.weekday())


def gather_digests(now=None) -> int:
    """Makes the digests of this day and this week out of what is held for them; returns how many are new."""
    now = now or timezone.now()
    _free_held()
    return sum(_gather(how_often, began_at(how_often, now)) for how_often in (Digest.DAILY, Digest.WEEKLY))


def _free_held():
    """Whoever chose no digest a moment before something was held for it gets that by itself."""
    held = Notice.objects.filter(state=State.HELD, digest=None, user__mail_preference__digest=Digest.OFF)
    held.update(state=State.DUE, next_try_at=timezone.now())


def _gather(how_often, start):
    held = Notice.objects.filter(state=State.HELD, digest=None, created_at__lt=start)
    wanted = held.filter(user__mail_preference__digest=how_often)
    if how_often == DEFAULT:
        wanted = wanted | held.filter(user__mail_preference=None)
    by_user = {}
    for notice in wanted.select_related("user"):
        by_user.setdefault(notice.user, []).append(notice.pk)
    return sum(_write(user, keys, start) for user, keys in by_user.items())


@transaction.atomic
def _write(user, keys, start):
    event = f"digest:{start:%Y-%m-%d}"
    if not tell(kind=DIGEST.key, event=event, people=[user]):
        return 0
    digest = Notice.objects.get(event=event, user=user)
    Notice.objects.filter(pk__in=keys, state=State.HELD, digest=None).update(digest=digest)
    return 1
