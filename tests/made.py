"""What takes long to make and is the same for every process of the suite: made by one of them, copied by the others.

Each thing is kept under a key of all that it is made of, so that none is ever taken for a newer one
(docs/decisions/0042).
"""

import fcntl
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.db import connection
from django.utils import timezone

from portal.home.setup import setup_portal
from tests import stores

PREPARED = "prepared"
LOCK = "requirements.lock"
CODE = ("portal", "practices", "case_studies", "events")
STRUCTURE = ("/migrations/", "/settings/", "/taxonomy/", "/home/setup/", "/home/content/pages/")
"""What of the code says what a prepared database holds."""
NOT_KEPT_IN = ("/__pycache__/", "/static/", "/locale/")


def put_in_place(*, anew=False):
    """Puts the prepared database where that of this process belongs, unless it stands there as it would be made now;
    with `anew` in any case."""
    name, key = stores.test_name(), key_of(PREPARED)
    made_of = settings.VAR_DIR / f"{connection.vendor}.made_of"
    if not anew and stores.exists(name) and made_of.exists() and made_of.read_text() == key:
        return
    stored = stores.stored_name(PREPARED, key)
    if not stores.exists(stored):
        _prepare_apart()
    made_of.unlink(missing_ok=True)
    stores.copy(stored, name)
    made_of.write_text(key)


def _prepare_apart():
    """In a process of its own, whose settings name no process of the suite."""
    without = ("PYTEST_XDIST_WORKER", "DJANGO_ALLOW_ASYNC_UNSAFE")
    environment = {name: value for name, value in os.environ.items() if name not in without}
    subprocess.run([sys.executable, "-m", "tests.prepare"], check=True, env=environment, cwd=settings.BASE_DIR)


def prepare():
    """Migrates a new database, sets the portal up in it, and keeps it, unless that is done."""
    stored = stores.stored_name(PREPARED, key_of(PREPARED))
    with alone():
        if not stores.exists(stored):
            with stores.new(stored):
                setup_portal()


def shared(name, make):
    """Puts into the test database what `make` makes of the one that stands there; returns what it returned, as JSON
    knows it. The first process that asks makes it, on each day: what is loaded may depend on the date."""
    stored = stores.stored_name(name, key_of(name))
    told = settings.MADE_DIR / f"{connection.vendor}-{name}-{key_of(name)}.json"
    with alone():
        if stores.exists(stored):
            stores.take(stored)
        else:
            told.write_text(json.dumps(make()))
            stores.keep(stored)
        return json.loads(told.read_text())


@cache
def key_of(name, root=settings.BASE_DIR):
    """A digest of what the thing of this name is made of, in the checkout at `root`."""
    server = connection.settings_dict
    digest = sha256(f"{sys.version} {connection.vendor} {server['HOST']}:{server['PORT']} {settings.SITE_URL}".encode())
    if name != PREPARED:
        digest.update(str(timezone.now().date()).encode())
    for place, path in sources(root):
        if name != PREPARED or path.name == LOCK or any(each in place for each in STRUCTURE):
            digest.update(place.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[: stores.KEY]


def sources(root):
    """The files that anything may be made of, each with its place below `root`, in a fixed order."""
    for path in (root / LOCK, *(path for folder in CODE for path in sorted((root / folder).rglob("*")))):
        place = f"/{path.relative_to(root).as_posix()}"
        if path.is_file() and not any(each in place for each in NOT_KEPT_IN):
            yield place, path


@contextmanager
def alone():
    """While one process is inside, the others on the same kind of database wait."""
    settings.MADE_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.MADE_DIR / f"{connection.vendor}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
