"""Keeps readers from waiting for a cluster that is away: one request finds out, a thread asks until it is back."""

import logging
import os
import threading
from collections.abc import Callable

PAUSE = 1.0
"""Seconds between two questions whether it is back."""

logger = logging.getLogger("portal.search")


class Breaker:
    """Open while the thing behind it is away; `is_back()` is asked once a second then, and must not raise."""

    def __init__(self, is_back: Callable[[], bool]):
        self._is_back = is_back
        self._lock = threading.Lock()
        self._open_in = None

    @property
    def is_open(self):
        """Whether it is known to be away. A process that was forked knows nothing yet: threads do not come along."""
        return self._open_in == os.getpid()

    def close(self) -> None:
        """Notes that it is back, as a thread does that found it so."""
        self._open_in = None

    def open(self, reason: str) -> None:
        """Notes that it is away."""
        with self._lock:
            if self.is_open:
                return
            self._open_in = os.getpid()
        logger.warning("the search cluster is away", extra={"facts": {"reason": reason[:300]}})
        threading.Thread(target=self._wait, name="search-cluster", daemon=True).start()

    def _wait(self):
        pause = threading.Event()
        while self.is_open and not self._is_back():
            pause.wait(PAUSE)
        self.close()
        logger.warning("the search cluster is back")
