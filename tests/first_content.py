"""The documented first content in the test database, for folders whose tests only read it."""

from contextlib import contextmanager

from django.core.cache import cache

from portal.home.content import load_content
from portal.home.content.demo import load_demo
from practices.needs.renewing import renew_all
from tests.database import restore_copy


@contextmanager
def first_content(blocker, *, demo=False):
    """Loads it once, opens the database to the tests inside, and puts the database back."""
    with blocker.unblock():
        try:
            load_content()
            if demo:
                load_demo()
            renew_all()
            yield
        finally:
            restore_copy()
            cache.clear()
