"""What else came of an event than outputs and actions: data and needs that were declared, ideas born there."""

from events.additions import declared_at
from events.proceedings.born import said_at
from events.proceedings.structure import EntrySaid
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.linkage.ends import ends_for

DECLARED = ("holding", "need")
IDEA = "idea"


def declared_of(event_key, links, user) -> tuple[EntrySaid, ...]:
    """The holdings and needs of which the event or they themselves say, by its Links as `user` sees them, that they
    were presented there or result from it, and those of its sheets (`additions.declared_at`)."""
    found = _linked(links, DECLARED)
    for end in _readable({key for _event, key in declared_at({event_key})}, user):
        if end.kind in DECLARED:
            found.setdefault(end.key.hex, _entry(end, Zone.DETAILS))
    return _in_order(found, DECLARED)


def ideas_of(links) -> tuple[EntrySaid, ...]:
    """The ideas of which the same is said, or that say that they were born there."""
    return _in_order(_linked(links, (IDEA,)), (IDEA,))


def _linked(links, kinds):
    """By key (hex). Who makes a link must let its details be read: what the other end says is asked of its details."""
    found = {}
    for link in links:
        if link.end.kind in kinds and said_at(link):
            said = _entry(link.end, Zone.DETAILS if link.is_incoming else Zone.CARD)
            # Learned of in two ways, it may be told by the wider one.
            if said.key not in found or said.zone < found[said.key].zone:
                found[said.key] = said
    return found


def _in_order(found, kinds):
    return tuple(sorted(found.values(), key=lambda each: (kinds.index(each.kind), each.title, each.code)))


def _entry(end, zone):
    return EntrySaid(end.key.hex, end.code, end.kind, end.title, end.lang, int(zone))


def _readable(keys, user):
    """The Ends of published entries whose details the reader may read."""
    read = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk__in=keys).values_list("pk", flat=True)
    return ends_for(read, user).values()
