"""Records as plain text, field by field, many at a time: what files and comparisons are made of.

Only the zones that the reader may read are read at all. What is for a record's owner is never in it.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, Model, OuterRef
from django.utils.translation import gettext as _

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.desk.read_many import read_many
from portal.directory.models import Organisation
from portal.linkage.ends import ends_for
from portal.records.citation import licence_of
from portal.records.models import RecordPage
from portal.records.organisation_kind import ORGANISATION, Names
from portal.records.shown import known_organisations
from portal.records.values import as_list
from portal.search.texts import plain
from portal.taxonomy.models import Term
from portal.taxonomy.tree import held


@dataclass(frozen=True)
class Part:
    """One part of a field as people read it. `code` is what it is called in every language: the key of a term or a
    choice, the code of an entry; "" where this reader is not told it, None where such parts have none."""

    text: str
    code: str | None = None


@dataclass(frozen=True)
class Written:
    """One record: by name, the parts of each field that this reader may read and that holds something.

    `licence` is the label of the licence of its text; `unconfirmed` are the names of fields that rest on general
    knowledge.
    """

    key: UUID
    language: str
    details_readable: bool
    licence: str
    parts: dict[str, tuple[Part, ...]]
    unconfirmed: tuple[str, ...]

    @property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """The texts of the parts."""
        return {name: tuple(part.text for part in parts) for name, parts in self.parts.items()}


def written_records(kind, keys, user, names=None) -> dict[UUID, Written]:
    """The published records with these keys, of which `user` may know, in their language where they are translated.

    `names` are the fields to read, by default all. A constant number of queries.
    """
    return written_of_kinds([kind], keys, user, names)


def written_of_kinds(kinds, keys, user, names=None) -> dict[UUID, Written]:
    """The same of records of several kinds, with the fields of these `names` that each kind has."""
    details = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk=OuterRef("pk"))
    identities = RecordIdentity.objects.annotate(is_readable=Exists(details)).in_bulk(keys)
    fields = {kind.key: _fields(kind, names) for kind in kinds}
    wanted = {field.name for each in fields.values() for field in each}
    with held():
        read = read_many(kinds, identities, wanted, user)
        values = {kind.key: {} for kind in kinds}
        for key, versions in read.items():
            identity, record = identities[key], min(versions, key=_is_in_another_language)
            zones = {Zone.CARD, Zone.DETAILS} if identity.is_readable else {Zone.CARD}
            own = {each: _value(each, record) for each in fields[identity.kind] if each.zone in zones}
            values[identity.kind][record] = own
        return {key: each for kind in kinds for key, each in _written(kind, values[kind.key], user)}


def _fields(kind, names):
    return [each for each in kind.fields if each.zone is not Zone.OWNER and (names is None or each.name in names)]


def _written(kind, values, user):
    """Pairs of key and Written, of records of one kind with their values."""
    writer = Writer(kind, values.values(), user)
    for record, own in values.items():
        yield record.key, writer.written(record, own, record.read_identity.is_readable)


def licences_of(keys) -> dict[UUID, str]:
    """The label of the licence of each record's text, by its key; records that are no page have none."""
    identities = RecordIdentity.objects.select_related("owner").in_bulk(keys)
    pages = RecordPage.objects.live().filter(translation_key__in=identities).select_related("licence")
    return {page.key: str(licence_of(page, identities[page.key])) for page in pages.order_by("-pk")}


def _is_in_another_language(record):
    return bool(getattr(record, "locale", None)) and record.locale.language_code != reading_language()


def _value(field, record):
    """What people read in a field: of a choice its label, with its code."""
    label = getattr(record, f"get_{field.name}_display", None) if field.read is None else None
    return _choice(str(label() or ""), field.value(record)) if label else field.value(record)


def _choice(label, code):
    return Part(plain(label).strip(), str(code)) if label else None


class Writer:
    """Writes values out, for one reader: what names another record is written for who may know of that one."""

    def __init__(self, kind, values, user):
        self.kind = kind
        every = [value for each in values for value in each.values()]
        self.ends = ends_for(set(self._named(values)), user)
        # Who names an organisation has published its name: its code is for who may know of it.
        self.known = known_organisations(every, user)

    def written(self, record, values, details_readable):
        """The Written of a record, of its values by field."""
        parts = {field.name: self._parts(self._told(field, value)) for field, value in values.items()}
        held_parts = {name: some for name, some in parts.items() if some}
        return Written(
            key=record.key,
            language=record.locale.language_code if hasattr(record, "locale") else reading_language(),
            details_readable=details_readable,
            licence=str(licence_of(record, record.read_identity) or "") if isinstance(record, RecordPage) else "",
            parts=held_parts,
            unconfirmed=tuple(name for name in record.unconfirmed_fields if name in held_parts),
        )

    def _named(self, values):
        """The keys of the records that these values name, themselves or by their rows."""
        for each in values:
            for field, value in each.items():
                inner = self.kind.row_ends.get(field.name)
                for part in as_list(value):
                    if key := part.pk if _is_record(part) else inner and getattr(part, f"{inner}_id"):
                        yield key

    def _told(self, field, value):
        """The value without rows about an entry of which the reader may not know: their words tell of it."""
        if not (inner := self.kind.row_ends.get(field.name)):
            return value
        return [row for row in as_list(value) if (key := getattr(row, f"{inner}_id")) is None or key in self.ends]

    def _parts(self, value):
        return tuple(part for each in as_list(value) if (part := self._part(each)).text)

    def _part(self, part):
        match part:
            case Part():
                return part
            case bool():
                return Part(_("Yes"), "yes") if part else Part(_("No"), "no")
            case Organisation():
                return self._organisation(part)
            case RecordIdentity():
                end = self.ends.get(part.pk)
                return Part(f"{end.code} {end.title}", end.code) if end else Part("")
            case Term():
                # Terms and rows are no text: what looks like a tag in a label is one.
                return Part(str(part), part.key)
            case Model() | Names():
                return Part(self._row(part) if hasattr(part, "text_fields") else str(part))
        return Part(plain(str(part)).strip())

    def _organisation(self, organisation):
        is_known = organisation.pk in self.known
        # That one belongs to another is for who may know of both.
        is_told = is_known or self.kind is not ORGANISATION
        return Part(organisation.name if is_told else "", organisation.code if is_known else "")

    def _row(self, row):
        return " – ".join(part.text for each in row.written() if (part := self._part(each)).text)


def _is_record(part):
    return isinstance(part, RecordIdentity)
