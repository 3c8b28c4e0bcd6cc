"""Background work: tasks take ids, call one service and may run twice."""

from uuid import UUID

from django.db import transaction
from django.tasks import task

from portal.community.telling import tell_of_changes


@task()
def tell_followers(keys):
    """Tells who follows the records with these keys (texts) of what is new."""
    tell_of_changes([UUID(key) for key in keys])


def tell_soon(keys):
    """Has followers told of changed records when the change is committed; for `portal.access.changes`."""
    names = sorted(map(str, keys))
    transaction.on_commit(lambda: tell_followers.enqueue(names))
