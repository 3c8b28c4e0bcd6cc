"""The rows of FacetValue: found or made for what a projection needs, kept in memory for what lists show."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from portal.core.languages import LANGUAGES, in_alphabet, reading_language

from .analysis import plain_words
from .facet_values import Value
from .models import FacetValue, SearchState


@dataclass(frozen=True)
class StoredValue:
    """A facet value as lists need it."""

    id: int
    facet: str
    value: str
    labels: dict[str, str]
    words: tuple[frozenset[str], ...]
    record: UUID | None

    @property
    def label(self):
        """The label in the reader's language."""
        return self.label_in(reading_language())

    def label_in(self, language):
        """The label in a language, in English where that is missing."""
        return self.labels.get(language) or self.labels["en"]

    @cached_property
    def orders(self):
        """By language what to sort values by: the label as dictionaries do, then the key."""
        return {language: (in_alphabet(self.label_in(language)), self.value) for language in LANGUAGES}


class StoredValues(dict[int, StoredValue]):
    """Values by primary key. `numbers` has those of all that are stored, by their names (name_of)."""

    def __init__(self, values: dict[int, StoredValue], numbers: dict[str, int] | None = None):
        super().__init__(values)
        self.numbers = numbers or {name_of(value.facet, value.value): number for number, value in values.items()}

    def without(self, numbers: Iterable[int]) -> "StoredValues":
        """The same but for those with these primary keys."""
        # Thousands of values, of which a handful goes: a copy costs less than to ask each of them.
        others = StoredValues(self, self.numbers)
        for number in numbers:
            del others[number]
        return others

    def named(self, name: str) -> StoredValue | None:
        """The value of that name (name_of); None where there is none among these."""
        return self.get(self.numbers.get(name))


def name_of(facet: str, value: str) -> str:
    """A facet value in one word, as the cluster writes it."""
    return f"{facet}={value}"


_kept: tuple[str, StoredValues] = ("", StoredValues({}))


def value_ids(values: Iterable[Value]) -> dict[tuple[str, str], int]:
    """The primary keys of these values; new ones are made, changed labels renewed."""
    wanted = {(value.facet, value.value): value for value in values}
    rows = FacetValue.objects.filter(value__in={value for _, value in wanted})
    stored = {(row.facet, row.value): row for row in rows}
    stale = [stored[key] for key in wanted.keys() & stored.keys() if _renew(stored[key], wanted[key])]
    FacetValue.objects.bulk_update(stale, ["labels", "record"], batch_size=200)
    new = [FacetValue(facet=facet, value=value) for facet, value in sorted(wanted.keys() - stored.keys())]
    for row in new:
        _renew(row, wanted[row.facet, row.value])
    for row in FacetValue.objects.bulk_create(new):
        stored[row.facet, row.value] = row
    return {key: stored[key].pk for key in wanted}


def _renew(row, value):
    """Brings a row up to what it is to hold; whether that is something else than before."""
    before = row.labels, row.record
    row.labels, row.record = dict(zip(LANGUAGES, value.labels, strict=True)), value.record
    return (row.labels, row.record) != before


def stored_values() -> StoredValues:
    """All values by primary key, as of the current generation of the read model."""
    global _kept
    generation = SearchState.current()
    if _kept[0] != generation or not generation:
        _kept = (generation, StoredValues({row.pk: _stored(row) for row in FacetValue.objects.all()}))
    return _kept[1]


def _stored(row):
    names = dict.fromkeys(row.labels.values())
    if not row.record:
        # The key of a term is often its acronym (WASH, GBV, IRQ).
        names[row.value] = None
    words = tuple(frozenset(plain_words(name)) for name in names)
    return StoredValue(row.pk, row.facet, row.value, row.labels, words, row.record)
