"""Lists of records: of one kind with all its fields, of all kinds with those that they share."""

from copy import copy
from functools import cached_property

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from portal.access.enums import Zone
from portal.core.languages import reading_language
from portal.desk.written import Part, licences_of, written_of_kinds
from portal.records.registry import kind as kind_by_key
from portal.records.tables import shared_fields
from portal.search.engines import engine
from portal.search.query import RecordQuery

from .source import Entry, Row

ABOUT = {
    "code": _lazy("code"),
    "url": _lazy("address"),
    "entry_kind": _lazy("kind of entry"),
    "language": _lazy("language"),
    "fictional": _lazy("fictional"),
    "licence": _lazy("licence of this text"),
    "updated_on": _lazy("changed on"),
    "details": _lazy("details"),
    "unconfirmed": _lazy("unconfirmed"),
}
"""What is said of every record before its fields: `details` whether this reader gets them (open, closed),
`unconfirmed` the names of the columns that rest on general knowledge."""


class Records:
    """What the two lists share; a subclass gives `kind`, `title` and the RecordFields that are its `fields`."""

    kind = None

    def __init__(self, name, parameters, user):
        self.name, self.user = name, user
        self.query = RecordQuery.from_parameters(parameters, kind=self.kind.key if self.kind else "")

    @property
    def columns(self):
        # The details of an action are a field; `details` says of every entry whether this reader gets any.
        names = (field.name for field in self.fields)
        return (*ABOUT, *(f"{name}_text" if name in ABOUT else name for name in names))

    @property
    def labels(self):
        return (*map(str, ABOUT.values()), *(str(field.label) for field in self.fields))

    def page(self, number, size):
        return self._found(number, size, self.query.sort)

    def newest(self, number):
        return self._found(1, number, "newest")

    def _found(self, number, size, sort):
        query = copy(self.query)
        query.page, query.page_size, query.sort, query.notices = number, size, sort, list(self.query.notices)
        return engine().search(query, self.user, reading_language())

    def rows(self, hits):
        written = self._written(hits)
        # What was taken away since the hits were found is in none of them.
        return [self._row(hit, written[hit.key]) for hit in hits if hit.key in written]

    def _written(self, hits):
        kinds = [kind_by_key(key) for key in sorted({hit.kind for hit in hits})]
        return written_of_kinds(kinds, [hit.key for hit in hits], self.user, [field.name for field in self.fields])

    def _row(self, hit, written):
        parts = {**self.of_card(hit), **written.parts}
        details = "open" if written.details_readable else "closed"
        about = (
            hit.code, settings.SITE_URL + hit.url, hit.kind, hit.lang, hit.is_demo, written.licence,
            hit.updated.isoformat(), details, written.unconfirmed,
        )  # fmt: skip
        return Row(hit.key, (*about, *(parts.get(field.name, ()) for field in self.fields)), written.details_readable)

    def of_card(self, hit):
        """What is read from the hit where the kind has no field of that name."""
        return {}

    def entries(self, hits):
        licences = licences_of([hit.key for hit in hits])
        return [
            Entry(
                hit.code, hit.title, hit.summary, hit.url, hit.lang, hit.updated, hit.kind_label,
                licences.get(hit.key, ""), hit.is_demo,
            )
            for hit in hits
        ]  # fmt: skip


class OfOneKind(Records):
    """The list of a kind: every field of its table that is not for its owner alone."""

    def __init__(self, name, parameters, user, kind):
        self.kind = kind
        super().__init__(name, parameters, user)

    @property
    def title(self):
        return str(self.kind.label_plural)

    @cached_property
    def fields(self):
        # The licence stands before the fields, with what is meant where it is empty.
        return tuple(field for field in self.kind.fields if field.zone is not Zone.OWNER and field.name != "licence")


class Everything(Records):
    """What a search finds, of all kinds: the fields that their tables share."""

    fields = tuple(field for field in shared_fields() if field.name != "licence")

    @property
    def title(self):
        return self.query.text or _("Search")

    def of_card(self, hit):
        return {"title": (Part(hit.title),), "summary": (Part(hit.summary),) if hit.summary else ()}
