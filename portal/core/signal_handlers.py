"""Where Django calls us: each handler is one line."""

from django.db.backends.signals import connection_created
from django.dispatch import receiver

from portal.core.generation import watch


@receiver(connection_created)
def connection_made(sender, connection, **kwargs):
    watch(connection)
