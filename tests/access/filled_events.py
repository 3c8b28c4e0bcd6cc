"""The same for what is told of events: their proceedings, and the progress that came of them.

What is asked of some events alone is chosen by their names and not by their place: every world chooses alike.
"""

from zlib import crc32

from portal.desk.progress.figures import Figure
from tests.access.filled import SOME
from tests.access.planned import PUBLIC, Spec


def proceedings(*more, each=1):
    """Events by their addresses, all or one in so many."""

    def row(world):
        slugs = [*(page.slug for page in _events(world, each)), "nothing-here"]
        return [((slug, *more),) for slug in slugs]

    return row


def proceedings_files(world):
    """The public event in both forms, one in so many in one: they are drawn from what the page shows."""
    some = [((page.slug, "docx"),) for page in _events(world, SOME)]
    return [*some, ((_public(world).made.slug, "pdf"),), (("nothing-here", "pdf"),)]


def published_files(world):
    return [((_public(world).made.slug, 1, "docx"),), (("nothing-here", 1, "pdf"),)]


def progress_lists(world):
    """Each figure of a quarter, and some of the public event and of one that not all may know of."""
    codes = [_public(world).identity.code, *(page.identity.code for page in _events(world, SOME))]
    yield from ((("2026-Q4", figure.value),) for figure in Figure)
    yield from (((code, figure.value), (), [code[-4:]]) for code in codes for figure in list(Figure)[::4])
    yield (("EV-ZZZZ", "nothing-such"),)


def _public(world):
    events = [each for each in world.records.values() if each.kind.key == "event"]
    return next(each for each in events if each.name == Spec(each.kind, *PUBLIC).name)


def _events(world, each):
    """The public one, and of the others one in so many."""
    pages = [record.made for record in world.records.values() if record.kind.key == "event"]
    public = _public(world).made
    return [page for page in pages if page == public or crc32(page.slug.encode()) % each == 0]
