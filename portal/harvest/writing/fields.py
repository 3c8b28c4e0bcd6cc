"""The fields of a holding that runs write: how each is read from a page as a plain value, and put into one.

Plain values can be kept as JSON and compared: terms are keys, organisations codes, days ISO 8601, rich text its words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop

from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation, RecordSource
from portal.records.plain_prose import as_plain, as_rich
from portal.taxonomy.kept import kept_by_key, kept_terms, terms_with
from portal.taxonomy.models import ParticipantRole
from practices.holdings.models import DataHoldingPage

TEXTS = (
    "title", "summary", "data_note", "owner_note", "level_note", "period_note", "unit_of_record", "collection_method",
    "platform_note", "data_languages", "licence_note", "request_address", "data_url", "basis", "record_count",
)  # fmt: skip
PROSE = ("known_quality",)
ONE_TERM = ("coverage", "update_frequency", "data_licence", "access_method")
TERMS = ("countries", "sectors", "data_kinds", "formats", "standards")
DAYS = ("last_updated_on",)
AS_THEY_ARE = ("from_year", "to_year", "has_pcodes", "by_sex", "by_age")
READ_THERE = gettext_noop("read in the catalogue")


@dataclass(frozen=True)
class Written:
    """How one field is read and written. `read(page)` gives the plain value, `write(page, value)` puts it in; `now` is
    a value of earlier as it reads today: terms that were replaced since, texts as their field gives them back."""

    read: Callable[[Any], Any]
    write: Callable[[Any, Any], None]
    now: Callable[[Any], Any] = lambda value: value


def _text(name):
    return Written(lambda page: (getattr(page, name) or "").strip(), lambda page, value: setattr(page, name, value))


def _prose(name):
    """Compared by its words: an editor's form marks the same paragraphs anew."""

    def write(page, value):
        setattr(page, name, as_rich(value))

    return Written(lambda page: as_plain(getattr(page, name)), write, lambda value: as_plain(as_rich(value)))


def _term(name):
    model = DataHoldingPage._meta.get_field(name).related_model

    def read(page):
        term = getattr(page, name)
        return term.key if term else ""

    return Written(
        read,
        lambda page, value: setattr(page, name, kept_by_key(model).get(value)),
        lambda value: _successor(model, value),
    )


def _terms(name):
    model = DataHoldingPage._meta.get_field(name).related_model

    def write(page, value):
        found = kept_by_key(model)
        getattr(page, name).set(terms_with(model, {found[key].pk for key in value if key in found}))

    return Written(
        lambda page: sorted(term.key for term in getattr(page, name).all()),
        write,
        lambda value: sorted({_successor(model, key) for key in value}),
    )


def _successor(model, key):
    """The key of the term that took the place of this one, or the same."""
    term, seen = kept_by_key(model).get(key), set()
    while term and term.replaced_by_id and term.pk not in seen:
        seen.add(term.pk)
        term = kept_terms(model)[term.replaced_by_id]
    return term.key if term else key


def _day(name):
    def read(page):
        value = getattr(page, name)
        return value.isoformat() if value else None

    return Written(read, lambda page, value: setattr(page, name, value and date.fromisoformat(value)))


def _as_it_is(name):
    return Written(lambda page: getattr(page, name), lambda page, value: setattr(page, name, value))


def _read_organisations(page):
    return sorted(
        [row.organisation.code, row.role.key, *filter(None, [row.named_as])] for row in page.organisations.all()
    )


def _write_organisations(page, value):
    codes, roles = {code for code, *_ in value}, kept_by_key(ParticipantRole)
    found = {each.code: each for each in Organisation.objects.filter(code__in=codes)}
    page.organisations.set([
        RecordOrganisation(organisation=found[code], role=roles[role])
        for code, role, *_ in value if code in found and role in roles
    ])  # fmt: skip


def _read_sources(page):
    """Rows with a note or a mark that a run never writes are of a person: they compare unequal."""
    return [
        [row.title, row.publisher, row.year, row.url, *filter(None, [row.note, row.is_mirror])]
        for row in page.sources.all()
    ]


def _write_sources(page, value):
    page.sources.set([
        RecordSource(title=title, publisher=publisher, year=year, url=url, confidence=READ_THERE)
        for title, publisher, year, url, *_ in value
    ])  # fmt: skip


FIELDS = {
    **{name: _text(name) for name in TEXTS},
    **{name: _prose(name) for name in PROSE},
    **{name: _term(name) for name in ONE_TERM},
    **{name: _terms(name) for name in TERMS},
    **{name: _day(name) for name in DAYS},
    **{name: _as_it_is(name) for name in AS_THEY_ARE},
    "organisations": Written(_read_organisations, _write_organisations),
    "sources": Written(_read_sources, _write_sources),
}


def values_of(page) -> dict[str, Any]:
    """The plain values of a page in all of these fields, as JSON gives them back."""
    return {name: field.read(page) for name, field in FIELDS.items()}


def as_now(values) -> dict[str, Any]:
    """Plain values of earlier, or of a catalogue, as a page that has them would give them today."""
    return {name: FIELDS[name].now(value) for name, value in values.items() if name in FIELDS}


def put(page, values) -> None:
    """Puts plain values into a page."""
    for name, value in values.items():
        FIELDS[name].write(page, value)
