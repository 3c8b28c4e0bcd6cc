"""The documented first content in the test database, for files and folders that leave it as it is."""

from contextlib import contextmanager

from portal.home.content import load_content
from portal.home.content.demo import load_demo
from practices.needs.renewing import renew_all
from tests.database import has_copy, keep_copy, restore_copy

_counts = {}


@contextmanager
def first_content(blocker, *, demo=False):
    """Puts it up, opens the database to the tests inside, and puts the prepared database back.

    Yields how many entries of each kind were loaded. Loaded once in each process: a load takes seconds.
    """
    name = "first_content_and_demo" if demo else "first_content"
    with blocker.unblock():
        try:
            if has_copy(name):
                restore_copy(name)
            else:
                _counts[name] = _load(demo)
                keep_copy(name)
            yield _counts[name]
        finally:
            restore_copy()


def _load(demo):
    counts = load_content()
    if demo:
        load_demo()
    renew_all()
    return counts
