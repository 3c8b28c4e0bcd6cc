"""Background work: tasks take ids, call one service and may run twice."""

from uuid import UUID

from django.db import transaction
from django.tasks import task

from portal.access.models import RecordIdentity
from practices.needs.renewing import RENEW, renew_all, renew_for

MANY = 50
"""From so many changed records on, all matches are worked out at once."""


@task()
def renew_matches(keys):
    """Works out the matches of the records with these keys (texts)."""
    if len(keys) < MANY:
        renew_for([UUID(key) for key in keys])
    else:
        renew_all()


def renew_soon(keys):
    """Has the matches of changed records worked out when the change is committed; for `portal.access.changes`."""
    sides = RecordIdentity.objects.filter(pk__in=keys, kind__in=RENEW)
    if found := sorted(str(key) for key in sides.values_list("pk", flat=True)):
        transaction.on_commit(lambda: renew_matches.enqueue(found))
