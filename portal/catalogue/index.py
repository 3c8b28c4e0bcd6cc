"""Which public holdings there are, in few words of each: what lists are cut, filtered, counted and ordered by.

Here alone is asked what a visitor may know of and read. Read in a few plain queries and kept until anything is written,
as the exchange keeps what it reads (decision 0022).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.queries import visible_to
from portal.core.kept_reads import kept_read
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Country, DataKind, FileFormat, GeographyLevel, Licence, Sector
from portal.taxonomy.tree import held
from practices.holdings.kind import HOLDING
from practices.holdings.models import DataHoldingPage

from .ids import id_of
from .naming import FICTIONAL, PORTAL, WORLD, group_of, licence_id, publisher_of, resource_format, tag_names
from .related import party_rows, tag_rows, term_pairs

VISITOR = AnonymousUser()
"""The catalogue is one for everybody: whoever asks gets what a visitor gets."""
COLUMNS = (
    "pk", "translation_key", "slug", "title", "first_published_at", "last_published_at", "data_licence", "coverage",
    "data_url", "is_demo",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A holding; `organisation`, `groups`, `tags`, `licence` and `formats` are what clients of CKAN call them.
    `is_open` says whether visitors may read its details: of these nothing is in here otherwise."""

    key: UUID
    code: str
    is_open: bool
    name: str
    title: str
    created: datetime
    modified: datetime
    organisation: str
    organisation_id: str
    groups: tuple[str, ...]
    tags: tuple[str, ...]
    licence: str
    licence_key: str
    """That of its term here: several may be one to CKAN."""
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation of which visitors may know."""

    id: str
    name: str
    title: str
    since: datetime


@dataclass(frozen=True)
class Catalogue:
    """All public holdings, the oldest first, so that pages stay as they are when more is published; `known` are the
    organisations (primary keys) of which visitors may know."""

    entries: list[Entry]
    known: frozenset[int]
    organisations: dict[str, Known]
    """Those of them by their names."""
    by_name: dict[str, Entry] = field(default_factory=dict)
    """Each entry by its key, its name and its code."""
    modified: datetime | None = None
    """When the last of them was changed."""

    def find(self, name: str) -> Entry | None:
        """The entry of that id, name or code, however it is written."""
        return self.by_name.get(name.strip().lower())


def catalogue() -> Catalogue:
    """What there is now."""
    return kept_read("catalogue", "all", None, _read)


def _read():
    with held():
        return _read_now()


def _read_now():
    identities = RecordIdentity.objects.visible_to(VISITOR).filter(kind=HOLDING.key)
    details = RecordIdentity.objects.visible_to(VISITOR, Zone.DETAILS).filter(kind=HOLDING.key)
    reading = _Reading(
        identities={row[0]: row[1:] for row in identities.values_list("pk", "code", "owner", "custodian")},
        open_keys=frozenset(details.values_list("pk", flat=True)),
    )
    pages = DataHoldingPage.objects.live().filter(translation_key__in=identities.values("pk"))
    reading.read(pages.order_by("pk"))
    entries = sorted(reading.entries(), key=lambda entry: (entry.created, entry.code))
    names = {name: entry for entry in entries for name in (str(entry.key), entry.name, entry.code.lower())}
    organisations = {known.name: known for known in reading.known.values()}
    modified = max((entry.modified for entry in entries), default=None)
    return Catalogue(entries, frozenset(reading.known), organisations, names, modified)


class _Reading:
    """What is read of all of them at once."""

    def __init__(self, identities, open_keys):
        self.identities, self.open_keys = identities, open_keys

    def read(self, pages):
        self.rows = {}
        for row in pages.values_list(*COLUMNS):
            # The original is the oldest.
            self.rows.setdefault(row[1], dict(zip(COLUMNS, row, strict=True)))
        self.terms, self.tags, self.parties = defaultdict(list), defaultdict(list), defaultdict(list)
        for name, page, term in term_pairs(pages.order_by().values("pk")):
            self.terms[name, page].append(term)
        for page, tag in tag_rows(pages.order_by().values("pk")):
            self.tags[page].append(tag)
        for page, organisation, role in party_rows(pages.order_by().values("pk")):
            self.parties[page].append((role, organisation))
        rows = visible_to(Organisation.objects.live(), VISITOR)
        rows = rows.values_list("pk", "key", "slug", "name_en", "created_at")
        self.known = {pk: Known(str(key), *rest) for pk, key, *rest in rows}

    def entries(self):
        for key, row in self.rows.items():
            yield self._entry(key, row)

    def _entry(self, key, row):
        code, *texts = self.identities[key]
        is_open = key in self.open_keys
        parties = [*self.parties[row["pk"]], *zip(("text_owner", "text_keeper"), texts, strict=True)]
        licence = kept_terms(Licence).get(row["data_licence"]) if is_open else None
        publisher = self.known.get(publisher_of(parties, self.known))
        return Entry(
            key=key,
            code=code,
            is_open=is_open,
            name=row["slug"],
            title=row["title"],
            created=row["first_published_at"],
            modified=row["last_published_at"],
            organisation=publisher.name if publisher else PORTAL,
            organisation_id=publisher.id if publisher else id_of(PORTAL),
            groups=self._groups(row),
            tags=self._tags(row, is_open),
            licence=licence_id(licence),
            licence_key=licence.key if licence else "",
            formats=self._formats(row) if is_open else (),
        )

    def _of(self, model, name, row):
        terms = kept_terms(model)
        return [terms[pk] for pk in sorted(self.terms[name, row["pk"]], key=lambda pk: (terms[pk].sort_order, pk))]

    def _groups(self, row):
        coverage = kept_terms(GeographyLevel).get(row["coverage"])
        whole = [WORLD] if coverage and coverage.key == "global" else []
        return (*map(group_of, self._of(Country, "countries", row)), *whole)

    def _tags(self, row, is_open):
        terms = [*self._of(DataKind, "data_kinds", row), *self._of(Sector, "sectors", row)]
        own = self.tags[row["pk"]] if is_open else []
        return tag_names([*(term.label_en for term in terms), *own, *([FICTIONAL] if row["is_demo"] else [])])

    def _formats(self, row):
        name = resource_format(self._of(FileFormat, "formats", row)) if row["data_url"] else ""
        return (name,) if name else ()
