"""Links between records, read from both ends. A link stands in the details of the record that makes it."""

from dataclasses import dataclass

from django.utils.text import capfirst

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.records.models import RecordLink

from .ends import End, ends_for


@dataclass(frozen=True)
class Link:
    """One link as its reader sees it: what it says, and the record at the other end."""

    label: str
    note: str
    end: End


def links_of(key, user):
    """The Links of the record with this identity key that `user` may see, in both directions.

    A link is shown to who may read the details of the record that makes it and may know of both ends. A constant
    number of queries, however many links there are.
    """
    rows = _rows(key, user)
    ends = ends_for([other for _, other, _ in rows], user)
    links = [Link(label, note, ends[other]) for label, other, note in rows if other in ends]
    return sorted(dict.fromkeys(links), key=lambda link: (link.label, link.end.title, link.end.code))


def links_by_label(key, user):
    """The same, grouped for a page: pairs of a label and the links that it says."""
    groups = {}
    for link in links_of(key, user):
        groups.setdefault(link.label, []).append(link)
    return [(capfirst(label), links) for label, links in groups.items()]


def linked_keys(key, user, *, kind=None, link_kinds=()):
    """The keys of the records of a kind that links of these kinds join with the record, either way, for `user`."""
    rows = readable_links(user).filter(kind__key__in=link_kinds)
    found = set(rows.filter(record__translation_key=key).values_list("target", flat=True))
    found |= set(rows.filter(target=key).values_list("record__translation_key", flat=True))
    identities = RecordIdentity.objects.visible_to(user).filter(pk__in=found)
    return set((identities.filter(kind=kind) if kind else identities).values_list("pk", flat=True))


def readable_links(user):
    """The links in published records whose details `user` may read."""
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).values("key")
    return RecordLink.objects.filter(record__live=True, record__translation_key__in=readable)


def _rows(key, user):
    """Triples of label, key of the other end, and note: links that the record makes, and links to it."""
    rows = readable_links(user).select_related("kind", "record")
    made = [(row.kind.label, row.target_id, row.note) for row in rows.filter(record__translation_key=key)]
    here = [(inverse_label(row.kind), row.record.translation_key, row.note) for row in rows.filter(target=key)]
    return made + here


def inverse_label(kind):
    """How a LinkKind is said from its other end, in the reader's language."""
    attributes = kind.attributes
    return attributes.get(f"inverse_label_{reading_language()}") or attributes.get("inverse_label_en") or kind.label
