"""The same for events: their calendars, who comes, what is captured there, their proceedings, and the progress that
came of them.

What is asked of some events alone is chosen by their names and not by their place: every world chooses alike.
"""

from uuid import UUID
from zlib import crc32

from events.models import EventSession
from portal.desk.progress.figures import Figure
from tests.access.canaries import named_key
from tests.access.filled import SOME, keys_of_terms
from tests.access.planned import PUBLIC, Spec


def calendars(world):
    events = [record.made for record in world.records.values() if record.kind.key == "event"]
    return [((slug,),) for slug in [*(page.slug for page in events), "nothing-here"]]


def own_events(world):
    """What one does with an event by its address, which visitors carry to the sign-in; its forms offer every term."""
    terms = keys_of_terms()
    for ((slug,),) in calendars(world):
        yield (slug,), (), [slug.split("-")[0], slug[-4:].upper(), *terms]


def keyed_events(world):
    """Somebody by their key at such an event: there is nobody of that key."""
    for (slug,), query, echo in own_events(world):
        yield (slug, UUID(int=1)), query, echo


def captured(world):
    """Where one captures what is said at an event, by its address, which visitors carry to the sign-in."""
    for ((slug,),) in calendars(world):
        yield (slug,), (), [slug.split("-")[0], slug[-4:].upper()]


def captured_sessions(world):
    """The same of the sessions of each event; who captures is offered every term."""
    terms = keys_of_terms()
    for args, query, echo in captured(world):
        sessions = EventSession.objects.filter(event__slug=args[0]).values_list("translation_key", flat=True)
        for key in [*dict.fromkeys(sessions), named_key("no session")]:
            yield (*args, key), query, [*echo, *terms]


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
