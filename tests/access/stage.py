"""Puts a world up for the tests of a module, and takes it down again. Each is built once in a process."""

from contextlib import contextmanager
from random import SystemRandom
from shutil import rmtree

from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.core import codes
from tests.access.clock import standing
from tests.access.world import NOW, build
from tests.database import has_copy, keep_copy, restore_copy

_built = {}


@contextmanager
def staged(blocker, more=()):
    """A world, with `more` (Specs) in its middle, in place of the prepared database; the clock stands."""
    name = f"world_and_{len(more)}"
    with blocker.unblock(), standing(NOW), override_settings(MEDIA_ROOT=settings.VAR_DIR / name):
        try:
            if has_copy(name):
                restore_copy(name)
            else:
                _built[name] = _build(more)
                keep_copy(name)
                restore_copy(name)
            yield _built[name]
        finally:
            restore_copy()


def _build(more):
    rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    try:
        # What a page shows is written down when it is published; Wagtail's own task would do so once more.
        with disable_reference_index_auto_update(), transaction.atomic():
            world = build(more)
            # A world says itself what fits what: tasks that would reckon it anew have no part in it.
            connection.run_on_commit.clear()
    finally:
        codes.source = SystemRandom()
    # Databases plan by statistics, and nothing gathers them while the tests run.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return world
