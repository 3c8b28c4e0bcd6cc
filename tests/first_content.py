"""The documented first content in the test database, for files and folders that leave it as it is."""

from contextlib import contextmanager

from portal.home.content import load_content
from portal.home.content.demo import load_demo
from practices.needs.renewing import renew_all
from tests.database import has_copy, keep_copy, restore_copy
from tests.made import shared

PLAIN, WITH_DEMO = "first_content", "first_content_and_demo"
_counts = {}


@contextmanager
def first_content(blocker, *, demo=False):
    """Puts it up, opens the database to the tests inside, and puts the prepared database back.

    Yields how many entries of each kind were loaded. Loaded once for all processes, the demo on top: it takes long.
    """
    with blocker.unblock():
        try:
            _put_up(PLAIN, load_content)
            if demo:
                _put_up(WITH_DEMO, load_demo)
            yield _counts
        finally:
            restore_copy()


def _put_up(name, load):
    if has_copy(name):
        restore_copy(name)
        return
    counted = shared(name, lambda: _loaded(load))
    if name == PLAIN:
        _counts.update(counted)
    keep_copy(name)


def _loaded(load):
    counted = load()
    renew_all()
    return counted
