"""What was read for who signed in, kept until anything is written (docs/decisions/0044).

Found by the generation that was read before it was made, as kept pages are: what was read while somebody wrote stands
under a generation that nobody asks for any more.
"""

from collections.abc import Callable, Hashable
from time import monotonic

from django.db import connection
from django.utils.timezone import localdate
from django.utils.translation import get_language

from portal.core.generation import generation

MOST, SECONDS = 300, 300
"""Readings that a process keeps, and for how long at the longest: for what passes with time and what was written past
Django, as kept pages do."""

_kept: tuple[str, float, dict] = ("", 0.0, {})


def kept_read[Read](
    place: str,
    asked: Hashable,
    reader: Hashable,
    make: Callable[[], Read],
    lasts: Callable[[Read], bool] = lambda found: True,
) -> Read:
    """What `make()` gives, or gave since something was last written, for the same reader, who asked the same there.

    `asked` and `reader` hold all it depends on, beside the database, the language and the day: whoever may see it by
    something that ends at a time of day (a grant) has that in `reader`, asked anew. What is given is shared by all who
    ask: nobody changes it. What does not last, as `lasts` says, is made anew each time. Nothing is kept inside a
    transaction, and nothing may be that settings.TABLES_NO_PAGE_SHOWS have a part in.
    """
    if connection.in_atomic_block or not (now := generation()):
        return make()
    known, key = _of_now(now), (place, asked, reader, get_language(), localdate())
    if key not in known:
        found = make()
        if len(known) < MOST and lasts(found):
            known[key] = found
        return found
    return known[key]


def _of_now(now):
    """What is kept under this generation; a new dictionary each time, since another thread may be reading the old."""
    global _kept
    found, since, known = _kept
    if found != now or len(known) >= MOST or monotonic() - since > SECONDS:
        known = {}
        _kept = (now, monotonic(), known)
    return known


def forget() -> None:
    """Keeps nothing of what was read so far: for tests and measurements."""
    global _kept
    _kept = ("", 0.0, {})
