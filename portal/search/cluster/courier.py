"""What workers do all the time: bring what changed into the cluster."""

import logging

from .building import build_if_missing
from .client import Away
from .delivering import deliver

logger = logging.getLogger("portal.search")
_was_away = False


def bring() -> None:
    """Delivers what waits, and builds an index where none can answer.

    Where the cluster is away it waits on, and the log says so once.
    """
    global _was_away
    try:
        deliver()
        build_if_missing()
    except Away as error:
        if not _was_away:
            logger.warning("changes wait for the search cluster", extra={"facts": {"reason": str(error)[:300]}})
        _was_away = True
    else:
        _was_away = False
