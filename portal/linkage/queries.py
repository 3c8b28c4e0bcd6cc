"""Links between records, read from both ends. A link stands in the details of the record that makes it, what one of its
fields names in the zone of that field."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.text import capfirst

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.records.models import RecordLink

from .ends import End, ends_for
from .said import said_of


@dataclass(frozen=True)
class Link:
    """One link as its reader sees it: who made it, what it says, the record at the other end.

    `kind` is the key of a LinkKind or, of what a field names, kind and field (“flow:through”).
    """

    kind: str
    is_incoming: bool
    label: str
    note: str
    note_lang: str
    end: End


def links_of(key, user):
    """The Links of the record with this identity key that `user` may see, in both directions.

    A link is shown to who may read the details of the record that makes it (of a field: its zone) and may know of both
    ends. A constant number of queries, however many links there are.
    """
    rows = rows_of(key, said_of(key, user))
    return links_in(rows, ends_for([other for *_, other, _, _ in rows], user))


def links_in(rows, ends):
    """The Links that the rows of `rows_of` say, of those whose other end is among the `ends` (by key)."""
    # Each once: a translation repeats the links of its original.
    said_in = {(*said, note, other): lang for *said, other, note, lang in rows if other in ends}
    links = [Link(*said, lang, ends[other]) for (*said, other), lang in said_in.items()]
    return sorted(links, key=lambda link: (link.label, link.end.title, link.end.code, link.note))


def by_label(links):
    """Links as a page groups them: pairs of a label and the links that it says."""
    groups = {}
    for link in links:
        groups.setdefault(capfirst(link.label), []).append(link)
    return list(groups.items())


def readable_links(user):
    """The links in published records whose details `user` may read."""
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(key=OuterRef("record__translation_key"))
    # Asked of each link: SQLite would first list all that the user may read.
    return RecordLink.objects.filter(Exists(readable), record__live=True)


def rows_of(key, said):
    """Tuples of kind, whether it is made there, label, key of the other end, note and its language, of all that
    Mentions say of the record with this identity key."""
    return [row for each in said for row in _seen_from(key, each)]


def _seen_from(key, said):
    if said.source == key:
        yield said.kind, False, said.label, said.target, said.note, said.note_lang
    if said.target == key:
        yield said.kind, True, said.inverse_label, said.source, said.note, said.note_lang
