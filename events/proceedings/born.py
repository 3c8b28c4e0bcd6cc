"""What says of itself that it came of an event: by a link, or by a field that names the event and one of its
sessions, whichever kind has one."""

from uuid import UUID

from portal.records.registry import kinds

CAME_FROM = frozenset({"presented_at", "results_from"})


def said_at(link) -> bool:
    """Whether a Link of an event (portal.linkage.queries) says that what stands at its other end came of it."""
    return link.kind in CAME_FROM or is_born(link)


def is_born(link) -> bool:
    """Whether it says so by such a field."""
    return link.is_incoming and link.kind in {f"{each.key}:{end.name}" for each, end in _fields()}


def born_at(event_key) -> set[UUID]:
    """The identity keys of published entries that say by such a field that they came of the event, whoever may read
    them."""
    return {
        key
        for each, end in _fields()
        for key in each.live().filter(**{end.name: event_key}).values_list(each.key_field, flat=True)
    }


def _fields():
    """Pairs of a kind and an end of it that names an event: only events have rows out of which something comes."""
    return [(each, end) for each in kinds() for end in each.ends if end.row]
