"""After the first webhook is made, what visitors read of each record is marked in the background, some at a time."""

from django.db import transaction
from django.tasks import task

from portal.search.projection import lock_projection
from portal.webhooks.models import PublicState
from portal.webhooks.public import BATCH
from portal.webhooks.telling import settle


@task()
def learn():
    """Marks what has no mark yet; each batch lets others write in between."""
    while _learnt_some():
        pass


@transaction.atomic
def _learnt_some():
    lock_projection()
    keys = list(PublicState.objects.filter(mark="").values_list("key", flat=True)[:BATCH])
    settle(keys)
    return bool(keys)
