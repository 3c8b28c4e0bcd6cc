"""The values of a holding's fields by what a catalogue says, as plain values that can be kept and compared.

Terms are their keys, organisations their codes, days ISO 8601; `portal.harvest.writing.fields` puts them into a page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.formats import date_format
from django.utils.translation import gettext, override

from portal.harvest.reading import Described
from portal.records.linter import find
from portal.taxonomy.models import Country, UpdateFrequency
from practices.holdings.enums import Basis, RecordCount

from .cutting import cut, first_sentences
from .formats import Formats
from .known import Known
from .languages import stated_language, written_language
from .licences import Licences
from .organisations import Organisations, compared_ways
from .tags import Tags

OWNER, PROVIDER, CUSTODIAN = "data_owner", "data_provider", "data_custodian"
WORLD = {"world", "global", "wld"}
BANDS = tuple(zip((100, 1_000, 10_000, 100_000, 1_000_000), RecordCount.values, strict=False))
is_web_address = URLValidator(schemes=("http", "https"))


@dataclass
class Mapped:
    """By field, the values of a holding after the catalogue; its language; pairs of a field of the catalogue and a
    value that could not be mapped; fields that were shortened or left out; names of people, which no text may hold."""

    values: dict[str, Any]
    language: str
    unmapped: list[tuple[str, str]] = field(default_factory=list)
    shortened: list[str] = field(default_factory=list)
    not_taken: list[str] = field(default_factory=list)
    persons: tuple[str, ...] = ()


class Mapper:
    """Knows vocabularies and organisations as they are now; one is made for each run. `language` is that of the source
    (code, or "" where each text shows its own), `title` its name."""

    def __init__(self, *, title: str, language: str = ""):
        self.title, self.language = title, language
        self.organisations, self.licences = Organisations(), Licences()
        self._countries, self._frequencies = Known(Country), Known(UpdateFrequency)
        self._formats, self._tags = Formats(), Tags()

    def map(self, said: Described, language: str = "") -> Mapped:
        """What a Described says in the portal's words; `language` is that of the entry where there is one already."""
        found = Mapped({}, language or self._language(said), unmapped=list(said.odd), not_taken=list(said.not_taken))
        with override(found.language):
            for part in (self._texts, self._place, self._time, self._people, self._terms, self._access):
                part(said, found)
        return found

    def _language(self, said):
        stated = self.language or stated_language(said.language)
        return stated or written_language(f"{said.title} {said.text}") or "en"

    def _texts(self, said, found):
        put = _Texts(found)
        put("title", said.title, 255)
        found.values["summary"] = first_sentences(said.text, 300)
        put("collection_method", said.method, 300)
        found.values["known_quality"] = said.caveats
        put("data_note", _columns(said.columns), 300)
        put("platform_note", self.title, 200)
        put("licence_note", said.licence_words, 300)
        put("data_languages", ", ".join(said.data_languages), 200)

    def _place(self, said, found):
        words = [word for word in said.countries if word.casefold() not in WORLD]
        keys = {word: self._countries.key(word) for word in words}
        found.values["countries"] = sorted({key for key in keys.values() if key})
        found.values["coverage"] = "global" if len(words) < len(said.countries) else ""
        found.values["level_note"] = gettext("Finer than the country.") if said.is_subnational else ""
        found.unmapped += [("groups", word) for word, key in keys.items() if not key]

    def _time(self, said, found):
        first, last = said.first_day, said.last_day
        found.values |= {
            "from_year": first and first.year,
            "to_year": last and last.year,
            "period_note": _period_in_words(said),
            "last_updated_on": said.last_updated_on and said.last_updated_on.isoformat(),
            "update_frequency": self._frequencies.key(said.frequency),
        }
        if said.frequency and not found.values["update_frequency"]:
            found.unmapped.append(("frequency", said.frequency))

    def _people(self, said, found):
        """Who owns, provides and keeps the data; whoever is not in the portal is named in words, people are not."""
        people = _People(said, self.organisations)
        found.values["organisations"] = people.rows()
        found.values["owner_note"] = cut(people.owner_in_words, 300)
        is_own = people.publishes_its_own
        found.values["basis"] = Basis.OWNER_PUBLICATION.value if is_own else Basis.PUBLIC_SOURCES.value
        found.unmapped += [("organization", name) for name in people.unknown]
        found.persons = people.persons
        found.not_taken += ["maintainer"] * bool(people.persons)

    def _terms(self, said, found):
        tagged = self._tags.read([*said.tags, *said.standards])
        formats = {words: self._formats.key(words) for words in said.formats}
        found.values |= {
            "data_kinds": sorted(tagged.data_kinds),
            "sectors": sorted(tagged.sectors),
            "standards": sorted(tagged.standards),
            "formats": sorted({key for key in formats.values() if key}),
            "has_pcodes": said.has_pcodes,
            "by_sex": True if "by_sex" in tagged.says else None,
            "by_age": True if "by_age" in tagged.says else None,
            "data_licence": self.licences.key(said.licence),
        }
        found.unmapped += [("tags", tag) for tag in tagged.unknown]
        found.unmapped += [("format", words[0]) for words, key in formats.items() if not key]
        self._unknown_licence(said, found)

    def _unknown_licence(self, said, found):
        """A licence that the vocabulary lacks stands in words."""
        if said.licence and not found.values["data_licence"]:
            found.unmapped.append(("license", said.licence[0]))
            found.values["licence_note"] = found.values["licence_note"] or cut(said.licence[-1], 300)

    def _access(self, said, found):
        address = _web_address(said.address)
        if said.address and not address:
            found.unmapped.append(("url", said.address))
        method = "by_request" if said.is_by_request else "open_download" if said.is_open else ""
        found.values |= {
            "access_method": method,
            "data_url": address if said.is_open else "",
            "request_address": self._mailbox(said, found)
            or (address if said.is_by_request and len(address) <= 300 else ""),
            "unit_of_record": gettext("one person or household (microdata)") if said.is_microdata else "",
            "record_count": _band(said.number_of_rows),
            "sources": [_source(said, self.title, address)],
        }

    def _mailbox(self, said, found):
        """The mailbox of the maintainer where it is one of a role; that of a person is not taken over."""
        if not said.mailbox:
            return ""
        is_role = _is_mailbox(said.mailbox) and not find(said.mailbox)
        found.not_taken += [] if is_role else ["maintainer_email"]
        return said.mailbox if is_role else ""


class _Texts:
    """Puts texts into the values, as long as their fields, and notes which were shortened."""

    def __init__(self, found):
        self._found = found

    def __call__(self, name, text, longest):
        flat = " ".join(text.split())
        self._found.values[name] = cut(flat, longest)
        self._found.shortened += [name] * (len(flat) > longest)


class _People:
    """Whose the data are, by who publishes them and whom the catalogue names as their source."""

    def __init__(self, said, organisations):
        self.publisher = organisations.code(*said.published_by)
        self.sources = {name: organisations.code(name) for name in said.sources if name not in said.persons}
        keepers = {name: organisations.code(name) for name in said.kept_by}
        self.keepers = {code for code in keepers.values() if code}
        # Whoever is no organisation that is known may be a person.
        named = {way for name in (*said.published_by, *self.sources) for way in compared_ways(name)}
        others = [name for name, code in keepers.items() if not code and named.isdisjoint(compared_ways(name))]
        self.persons = tuple(dict.fromkeys((*said.persons, *others)))
        self._said, self._own = said, {way for name in said.published_by for way in compared_ways(name)}

    @property
    def publishes_its_own(self):
        """Whether who publishes is who the data are of: nobody else is named, or nothing but its own names."""
        return bool(self._own) and all(self._is_own(name) for name in self.sources)

    def _is_own(self, name):
        code = self.sources[name]
        return bool(code and code == self.publisher) or not self._own.isdisjoint(compared_ways(name))

    @property
    def owners(self):
        """Codes of the organisations whose data they are."""
        found = {code for code in self.sources.values() if code}
        return found | ({self.publisher} if self.publishes_its_own and self.publisher else set())

    @property
    def owner_in_words(self):
        """Those whose data they are and who are not in the portal."""
        names = self._not_here
        if self.publishes_its_own:
            names = [] if self.publisher else list(self._said.published_by[:1])
        return ", ".join(names)

    @property
    def unknown(self):
        """Names of organisations that the portal does not have, or has several of."""
        publisher = [] if self.publisher else list(self._said.published_by[:1])
        return list(dict.fromkeys([*publisher, *(name for name in self._not_here if not self._is_own(name))]))

    @property
    def _not_here(self):
        return [name for name, code in self.sources.items() if not code]

    def rows(self):
        """Pairs of an organisation's code and the key of its role, in a stable order."""
        pairs = {(code, OWNER) for code in self.owners} | {(code, CUSTODIAN) for code in self.keepers}
        if self.publisher and self.publisher not in self.owners:
            pairs.add((self.publisher, PROVIDER))
        return [list(pair) for pair in sorted(pairs)]


def _columns(columns):
    return gettext("Columns: %s.") % ", ".join(columns) if columns else ""


def _period_in_words(said):
    """The days of a period, which its years do not tell."""
    if said.first_day is None:
        return ""
    first, last = (day and date_format(day, "j F Y") for day in (said.first_day, said.last_day))
    if said.is_open_ended or last is None:
        return gettext("From %(first)s on.") % {"first": first}
    return gettext("From %(first)s to %(last)s.") % {"first": first, "last": last} if last != first else first


def _band(number):
    if number is None:
        return ""
    return next((band for limit, band in BANDS if number < limit), RecordCount.MILLIONS.value)


def _source(said, title, address):
    """The row among the sources that names the entry in the catalogue: title, publisher, year, address."""
    year = said.changed_on.year if said.changed_on else None
    return [cut(said.title, 300), cut(title, 200), year, address]


def _valid(check: Callable, text, longest):
    try:
        check(text)
    except (ValidationError, ValueError):
        return False
    return len(text) <= longest


def _web_address(text):
    return text if text and "@" not in text.partition("?")[0] and _valid(is_web_address, text, 500) else ""


def _is_mailbox(text):
    return _valid(validate_email, text, 254)
