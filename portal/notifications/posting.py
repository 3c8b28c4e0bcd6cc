"""How a feature tells people of something: a row in the outbox, in the transaction of what it tells of.

Nothing is sent here: a mail server that is away keeps nobody waiting, and what is taken back tells nobody.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from portal.notifications import kinds
from portal.notifications.models import Notice
from portal.notifications.tasks import wake

LONGEST_EVENT = Notice._meta.get_field("event").max_length
BATCH = 500


@transaction.atomic
def tell(*, kind: str, event: str, people: Iterable, record: UUID | None = None, facts: dict | None = None) -> int:
    """Tells each of these people (users) of an event, once: repeated calls add nothing. Returns how many are new.

    `event` names what happened, for example "review_returned:123"; `record` is the key of the identity that it is
    about; `facts` are plain JSON values and never text of a record. Of them `path` is where the mail leads to, a path
    of the portal in English, when that is not the record. KeyError for an unknown kind, ValueError for a long event.
    """
    ids = {user.pk for user in people}
    known = set(Notice.objects.filter(event=event, user__in=ids).values_list("user", flat=True))
    return _write([_notice(kind, event, facts, user_id=pk, record=record) for pk in sorted(ids - known)])


@transaction.atomic
def write_to(*, kind: str, event: str, address: str, language: str, facts: dict | None = None) -> int:
    """The same for an address without an account, in that language; it names no record."""
    address = address.strip().lower()
    if Notice.objects.filter(event=event, address=address, user=None).exists():
        return 0
    return _write([_notice(kind, event, facts, address=address, language=language)])


def _notice(kind, event, facts, **fields):
    kinds.kind(kind)
    if len(event) > LONGEST_EVENT:
        raise ValueError(f"an event has at most {LONGEST_EVENT} characters: {event[:40]}…")
    return Notice(kind=kind, event=event, facts=facts or {}, **fields)


def _write(notices):
    # Somebody else may have told of it a moment ago: the database keeps one of the two.
    Notice.objects.bulk_create(notices, batch_size=BATCH, ignore_conflicts=True)
    if notices:
        transaction.on_commit(wake)
    return len(notices)
