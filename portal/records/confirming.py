""" "Still true": somebody who answers for an entry says that what it tells holds. It changes no word of it.

Whoever says so, by the button of `/my/`, the link in a mail, or as an editor, it is noted here and in one way.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from portal.access.changes import announce
from portal.access.enums import Action
from portal.access.policy import can
from portal.access.services import log
from portal.records.models import Answer, RecordPage, StillTrueQuestion

HOLDS_FOR = timedelta(days=365)
"""After so long it is asked again."""
CONFIRMED = "confirmed"
"""The action in the audit log, which keeps by whom."""


def may_confirm(user, identity):
    """Whether `user` may say so: who wrote the entry, the focal points of owner and keeper, and editors, as long as
    they may read all of it."""
    return can(user, Action.READ, identity) and can(user, Action.ASK, identity)


@transaction.atomic
def confirm(*, identity, by, on=None):
    """Notes that the published entry still holds, today or on a day (a date), in all of its languages; returns the day.

    Raises PermissionDenied for who may not, and for an entry of which nothing is published.
    """
    pages = RecordPage.objects.live().filter(translation_key=identity.key)
    if not may_confirm(by, identity) or not pages.exists():
        raise PermissionDenied
    return note_that_it_holds(identity, by, on or timezone.localdate())


def note_that_it_holds(identity, by, on):
    """What each way of saying so does once it is known that `by` may; returns the day. Whoever was asked about the
    entry is asked no more."""
    note_days(identity.key, reviewed_on=on, review_due_on=on + HOLDS_FOR)
    StillTrueQuestion.objects.open().filter(key=identity.key).update(answered_at=timezone.now(), answer=Answer.TRUE)
    log(CONFIRMED, identity=identity, by=by, on=on.isoformat())
    return on


def note_days(key, **days):
    """Sets days (dates, by the name of their field) on an entry in every language, as `note_values` does."""
    note_values(key, **days)


def note_values(key, model=RecordPage, **values):
    """Sets values (days or texts, by the name of their field of `model`) on an entry in every language.

    They stand in the table itself, so that no version is published by it and what waits for review goes on waiting, and
    in the versions, published and draft, so that publishing one later does not take them back.
    """
    pages = model.objects.filter(translation_key=key)
    versions = {pk for pair in pages.values_list("live_revision", "latest_revision") for pk in pair if pk}
    said = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}
    for revision in Revision.objects.filter(pk__in=versions):
        Revision.objects.filter(pk=revision.pk).update(content={**revision.content, **said})
    pages.update(**values)
    announce(key)
