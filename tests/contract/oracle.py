"""What a search is to answer, worked out in plain Python: no index, no SQL of the engines, no kept count.

It reads the analysed words of the read model (SearchText) and the values of each record, asks portal.access who may
know and read, and goes through all records one by one. What a query means comes from the parser that the stores have in
common; what finds, counts and orders is written here once more.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.records.registry import kind as kind_by_key
from portal.search.enums import View
from portal.search.expression import parse
from portal.search.models import RecordDocument, RecordFacet, SearchText
from portal.search.synonyms import synonyms
from tests.contract.texts import Text, matches

FULL = (View.RESTRICTED_FULL, View.MEMBERS)
"""Of the views of a record, the first that there is has all its words."""
CARD = (View.PUBLIC, View.MEMBERS, View.RESTRICTED_CARD)
"""The first that there is has, for whom the details are closed, the words of its card."""


@dataclass
class Entry:
    """A record that can be found: its row of RecordDocument, its texts by view, its values by zone."""

    row: RecordDocument
    texts: dict[str, Text] = field(default_factory=dict)
    values: dict[int, set] = field(default_factory=lambda: defaultdict(set))

    def text(self, reads):
        """The fullest text that may be searched by who reads the details, or by who does not."""
        return next(self.texts[view] for view in (FULL if reads else CARD) if view in self.texts)

    def told(self, reads):
        """The values that are told: of details only to who reads them."""
        return self.values[Zone.CARD] | (self.values[Zone.DETAILS] if reads else set())


@dataclass
class Answer:
    """All hits (keys of records), in their order unless scores tell it (`by_score`); counts by facet and value."""

    hits: list
    counts: dict
    any_word: bool
    by_score: bool


class Oracle:
    """The entries of the read model as they are now."""

    def __init__(self):
        entries = {row.pk: Entry(row) for row in RecordDocument.objects.all()}
        for row in SearchText.objects.all():
            entries[row.document_id].texts[row.view] = Text(row)
        self.records = {}
        for row in RecordFacet.objects.select_related("value"):
            value = (row.value.facet, row.value.value)
            entries[row.document_id].values[row.zone].add(value)
            self.records[value] = row.value.record
        self.entries = list(entries.values())
        self._known = {}

    def answer(self, asked, user) -> Answer:
        """What `user` is to be answered to an Asked."""
        view = self._view_of(user)
        expression = parse(asked.words, synonyms() if asked.words.strip() else None)
        answer = view.answer(asked, expression)
        if len(answer.hits) < expression.enough and expression.can_loosen:
            answer = view.answer(asked, expression.loosened())
            answer.any_word = bool(answer.hits)
        return answer

    def _view_of(self, user):
        if user not in self._known:
            self._known[user] = Seen(self, user)
        return self._known[user]


class Seen:
    """The entries as one reader sees them."""

    def __init__(self, oracle, user):
        known, readable = (
            set(RecordIdentity.objects.visible_to(user, zone).values_list("key", flat=True))
            for zone in (Zone.CARD, Zone.DETAILS)
        )
        self.entries = [
            (entry, entry.row.identity_id in readable) for entry in oracle.entries if entry.row.identity_id in known
        ]
        hidden = {value for value, record in oracle.records.items() if record and record not in known}
        self.values = {entry.row.pk: entry.told(reads) - hidden for entry, reads in self.entries}
        self.known_values = set().union(*self.values.values())

    def answer(self, asked, expression):
        """The Answer to an expression, with the filters of an Asked."""
        chosen, excluded = (self._known_among(values) for values in (asked.chosen, asked.excluded))
        base = [
            entry
            for entry, reads in self.entries
            if _is_of(entry, asked, reads)
            and not any(self._has(entry, facet, values) for facet, values in excluded.items())
            and (not expression or matches(entry.text(reads), expression))
        ]
        missing = {
            entry.row.pk: [f for f, values in chosen.items() if not self._has(entry, f, values)] for entry in base
        }
        hits = [entry for entry in base if not missing[entry.row.pk]]
        counts = Counter()
        for entry in base:
            counts.update(value for value in self.values[entry.row.pk] if set(missing[entry.row.pk]) <= {value[0]})
        order = _order_of(asked, expression)
        keys = [entry.row.identity_id for entry in in_order(hits, order)]
        return Answer(keys, dict(counts), expression.any_word, order == "relevance")

    def _known_among(self, filters):
        """By facet, the values of which the reader knows; a facet without any is no filter."""
        known = {facet: [v for v in values if (facet, v) in self.known_values] for facet, values in filters.items()}
        return {facet: values for facet, values in known.items() if values}

    def _has(self, entry, facet, values):
        return any((facet, value) in self.values[entry.row.pk] for value in values)


def _is_of(entry, asked, reads):
    """Whether an entry is of the kind and the years that are asked for; who may not see its years finds it by none."""
    row = entry.row
    if asked.kind and row.kind != asked.kind:
        return False
    if asked.first_year is None and asked.last_year is None:
        return True
    if kind_by_key(row.kind).dates_zone is not Zone.CARD and not reads:
        return False
    ends_late = asked.first_year is None or (row.last_year is not None and row.last_year >= asked.first_year)
    begins_early = asked.last_year is None or (row.first_year is not None and row.first_year <= asked.last_year)
    return ends_late and begins_early


def _order_of(asked, expression):
    """The order that is asked for; best match by itself where there are words, else the usual one of the list."""
    if expression:
        return asked.sort or "relevance"
    usual = kind_by_key(asked.kind).first_order if asked.kind else "newest"
    return asked.sort if asked.sort not in ("", "relevance") else usual


def in_order(entries, sort):
    """The entries in an order that is told by their rows; by their code alone where scores order them."""
    by_code = sorted(entries, key=lambda entry: entry.row.code)
    if sort in ("newest", "updated"):
        day = {"newest": "published_on", "updated": "updated_on"}[sort]
        return sorted(by_code, key=lambda entry: getattr(entry.row, day), reverse=True)
    if sort == "title":
        return sorted(by_code, key=lambda entry: entry.row.sort_title)
    if sort in ("date", "due"):
        dated = [entry for entry in by_code if entry.row.takes_place_on]
        dated.sort(key=lambda entry: entry.row.takes_place_on, reverse=sort == "date")
        return [*dated, *(entry for entry in by_code if not entry.row.takes_place_on)]
    return by_code
