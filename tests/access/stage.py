"""Puts a world up for the tests of a module, and takes it down again: one transaction that is never committed."""

from contextlib import contextmanager
from random import SystemRandom
from tempfile import TemporaryDirectory

from django.core.cache import cache
from django.db import connection, transaction
from django.test import override_settings
from wagtail.models import Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.core import codes
from tests.access.clock import standing
from tests.access.world import NOW, build


@contextmanager
def staged(blocker, more=()):
    """A world, with `more` (Specs) in its middle, in a transaction and a folder of its own; the clock stands."""
    with (
        blocker.unblock(),
        standing(NOW),
        TemporaryDirectory() as folder,
        override_settings(MEDIA_ROOT=folder),
        transaction.atomic(),
    ):
        try:
            # What a page shows is written down when it is published; Wagtail's own task would do so once more.
            with disable_reference_index_auto_update():
                world = build(more)
            _analyze()
            yield world
        finally:
            codes.source = SystemRandom()
            transaction.set_rollback(True)
    cache.clear()
    Site.clear_site_root_paths_cache()


def _analyze():
    """Databases plan by statistics; PostgreSQL gathers none of a transaction that is never committed.

    Our own tables only: there a bare ANALYZE locks the catalogues that all databases share until the end of the
    transaction, and the other processes of the tests would wait for that.
    """
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(name)}")
