"""What is kept for one reader: by who they are and what they may find, both asked anew with each request."""

from collections.abc import Callable, Hashable

from portal.access.readers import VISITOR, reader_of
from portal.core.kept_reads import kept_read

from .audience import visible_to


def kept_for_reader[Read](user, place: str, asked: Hashable, make: Callable[[], Read]) -> Read:
    """What `make()` gives or gave for `user`, who asked the same there, since something was last written (kept_read).

    What visitors read is not kept: of them the whole page is (docs/decisions/0007).
    """
    reader = reader_of(user)
    return make() if reader == VISITOR else kept_read(place, asked, (reader, visible_to(user)), make)
