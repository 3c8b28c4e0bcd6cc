"""Background work: tasks take ids, call one service and may run twice."""

from uuid import UUID

from django.tasks import task

from portal.desk.joining.deciders import tell_deciders


@task()
def ask_deciders(key):
    """Asks those who can let in the request with this key (a text)."""
    tell_deciders(UUID(key))
