""" "Still true": somebody who answers for an entry says that what it tells holds. It changes no word of it."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from portal.access.changes import announce
from portal.access.enums import Action
from portal.access.policy import can
from portal.access.services import log
from portal.records.models import RecordPage

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

    Drafts that wait keep the day, too, so that publishing one later does not take it back. Raises PermissionDenied for
    who may not, and for an entry of which nothing is published.
    """
    pages = RecordPage.objects.live().filter(translation_key=identity.key)
    if not may_confirm(by, identity) or not pages.exists():
        raise PermissionDenied
    on = on or timezone.localdate()
    said = {"reviewed_on": on, "review_due_on": on + HOLDS_FOR}
    for pair in pages.values_list("live_revision", "latest_revision"):
        _note_in_versions(pair, {name: day.isoformat() for name, day in said.items()})
    # In the table itself: no version is published by this, and what waits for review goes on waiting.
    pages.update(**said)
    log(CONFIRMED, identity=identity, by=by, on=on.isoformat())
    announce(identity.key)
    return on


def _note_in_versions(keys, said):
    for revision in Revision.objects.filter(pk__in=[key for key in keys if key]):
        Revision.objects.filter(pk=revision.pk).update(content={**revision.content, **said})
