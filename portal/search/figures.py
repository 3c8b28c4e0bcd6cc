"""What overviews show one reader: how many records have a value, in all kinds at once, and the newest of several lists.

Each is one statement, whatever the number of kinds and lists: a page with many figures takes few queries.
"""

from collections import Counter
from dataclasses import dataclass

from portal.core.languages import reading_language

from .audience import visible_to
from .engines.lists import kept_counts
from .engines.statement import Statement
from .engines.values import values_told
from .expression import Expression
from .hits import hits_of
from .stored_values import StoredValue


@dataclass(frozen=True)
class Newest:
    """The list of a kind, narrowed to a value of a facet where one is given; `only_real` leaves out fictional ones."""

    kind: str
    facet: str = ""
    value: str = ""
    only_real: bool = False


class Figures:
    """Counts for one reader: the same ones as the lists behind them, whose facets are counted alike."""

    def __init__(self, user):
        self.scope = visible_to(user)
        told = values_told(Statement(self.scope))
        self._values: dict[tuple[str, str], StoredValue] = {(each.facet, each.value): each for each in told.values()}
        self._counts = Counter()
        for kind, number, count in kept_counts(self.scope):
            if value := told.get(number):
                self._counts[kind, value.facet, value.value] += count

    def total(self, kind) -> int:
        """How many records of a kind the reader may know of."""
        return self._counts[kind, "kind", kind]

    def count(self, kind, facet, value) -> int:
        """How many records of a kind the reader may see to have this value of a facet."""
        return self._counts[kind, facet, value]

    def values(self, facet, kinds) -> dict[str, StoredValue]:
        """By their keys, the values of a facet that some record of these kinds has."""
        found = {value: stored for (name, value), stored in self._values.items() if name == facet}
        return {
            value: stored
            for value, stored in found.items()
            if any(self.count(kind, facet, value) > 0 for kind in kinds)
        }

    def newest(self, lists: dict[str, Newest], size) -> dict[str, list]:
        """By the name of each list its newest hits, real records before fictional ones. Two statements."""
        statement = Statement(self.scope)
        parts = [self._newest(statement, number, each, size) for number, each in enumerate(lists.values())]
        rows = sorted(statement.run(" UNION ALL ".join(parts))) if parts else []
        documents = list(dict.fromkeys(document for *_, document in rows))
        hits = hits_of(Statement(self.scope), documents, Expression(), reading_language())
        by_code = {hit.code: hit for hit in hits}
        found = {name: [] for name in lists}
        for number, _, code, _ in rows:
            if code in by_code:
                found[list(lists)[number]].append(by_code[code])
        return found

    def _newest(self, statement, number, wanted, size):
        conditions = [f"d.kind = {statement.names(f'kind{number}_', [wanted.kind])}", statement.listed()]
        if wanted.only_real:
            conditions.append("NOT d.is_demo")
        if wanted.facet:
            stored = self._values.get((wanted.facet, wanted.value))
            conditions.append(
                "d.id IN (SELECT f.document_id FROM search_recordfacet f "
                f"WHERE f.value_id = {stored.id if stored else 0} AND {statement.told()})"
            )
        order = "ORDER BY d.is_demo, d.published_on DESC, d.code"
        return (
            f"SELECT * FROM (SELECT {number} AS part, ROW_NUMBER() OVER ({order}) AS place, d.code, d.id AS document "
            f"FROM search_recorddocument d WHERE {' AND '.join(conditions)} {order} LIMIT {size}) list{number}"
        )
