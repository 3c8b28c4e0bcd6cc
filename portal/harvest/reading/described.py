"""What a catalogue says of one data set, in the catalogue's words: the same for CKAN, HDX and DCAT."""

from dataclasses import dataclass, field
from datetime import date

NO_OBJECT, NO_KEY, NO_TITLE, PRIVATE = "no_object", "no_key", "no_title", "private"
"""Why a data set is not taken over, as it stands in its catalogue."""


class Unreadable(ValueError):
    """An answer is none of those that are asked for: its text says what it is instead."""


@dataclass
class Described:
    """One data set of a catalogue.

    `persons` are names of people (maintainers, authors): they are looked for in the texts, and never kept.
    `not_read` are the names of fields that nothing here reads, `odd` pairs of a field and a value that no field of the
    portal takes as it stands. `refusal` is the key of a sentence (portal.harvest.wording) when it is not taken at all.
    """

    key: str = ""
    address: str = ""
    title: str = ""
    text: str = ""
    language: str = ""
    published_by: tuple[str, ...] = ()
    """Names of who publishes it there, all of one organisation: title, acronym, slug."""
    sources: tuple[str, ...] = ()
    """Names of those whose data they are, each of another one."""
    kept_by: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    mailbox: str = ""
    countries: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    frequency: str = ""
    first_day: date | None = None
    last_day: date | None = None
    is_open_ended: bool = False
    last_updated_on: date | None = None
    changed_on: date | None = None
    method: str = ""
    caveats: str = ""
    licence: tuple[str, ...] = ()
    """Names of one licence: identifier, address, title."""
    licence_words: str = ""
    formats: tuple[tuple[str, ...], ...] = ()
    """For each file the words for its format, the surest first."""
    data_languages: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    is_by_request: bool = False
    is_open: bool = False
    is_microdata: bool = False
    is_subnational: bool = False
    has_pcodes: bool | None = None
    columns: tuple[str, ...] = ()
    number_of_rows: int | None = None
    not_read: tuple[str, ...] = ()
    odd: list[tuple[str, str]] = field(default_factory=list)
    not_taken: list[str] = field(default_factory=list)
    """Names of fields left out because they tell of a person."""
    refusal: str = ""
