from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _


class FacetHits(NamedTuple):
    """How many hits have a value: `value` is a StoredValue."""

    value: Any
    count: int


@dataclass
class Found:
    """What a statement found: primary keys of documents in their order, how many in all, counts by facet value."""

    documents: list[int] = field(default_factory=list)
    total: int = 0
    counts: dict[int, int] = field(default_factory=dict)
    scores: dict[int, float] = field(default_factory=dict)
    """Of the documents, where they are in the order of best match: how good, the higher the better."""
    is_reduced: bool = False
    """Whether the database answered in the place of a cluster."""


@dataclass
class Result:
    """One page of an answer. `page` may differ from the one asked for: beyond the last comes the last."""

    hits: list[Any]
    total: int
    page: int
    pages: int
    facets: dict[str, list[FacetHits]]
    any_word: bool = False
    all_words: int = 0
    """How many hits hold all words; of more words than must match, all hits."""
    reduced: bool = False
    notices: list[str] = field(default_factory=list)
    chosen: dict[str, list[Any]] = field(default_factory=dict)
    """The StoredValues that the query filters by, by facet, as far as the reader may know of them."""
    excluded: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def loosened(self) -> str:
        """A sentence where hits need not hold all words, as true of few hits as of none; "" else."""
        if not (self.any_word and self.total):
            return ""
        if self.all_words == self.total:
            return _("Shown are entries with any of these words, best first.")
        if self.all_words:
            return _("Few entries hold all of these words. Those that hold some of them are shown too, best first.")
        return _("No entry holds all of these words. Shown are entries with any of them, best first.")

    @classmethod
    def of_refused(cls, query):
        """The answer to a query that nobody answers here (RecordQuery.is_refused)."""
        return cls(hits=[], total=0, page=1, pages=1, facets={}, notices=list(query.notices))
