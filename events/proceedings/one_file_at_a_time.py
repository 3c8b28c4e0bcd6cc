"""Files are made one at a time on a machine: to set a long text takes a processor for seconds, and pages must go on."""

import fcntl
import time
from contextlib import contextmanager

from django.conf import settings

WAIT = 3.0
"""Seconds for which a request waits for another one; then it is told to come again, and its place is free for pages."""
STEP = 0.05


class Busy(Exception):
    """Another file is being made."""


@contextmanager
def the_one_place():
    """Holds the one place there is, or raises Busy. The system frees it when a process dies."""
    settings.PRINTED_DIR.mkdir(parents=True, exist_ok=True, mode=0o750)
    with (settings.PRINTED_DIR / "lock").open("w") as lock:
        _take(lock, time.monotonic() + WAIT)
        yield


def _take(lock, until):
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            if time.monotonic() >= until:
                raise Busy from held
        time.sleep(STEP)
