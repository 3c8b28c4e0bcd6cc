"""The SQL of a search, the same on both databases but for how words are matched: hits, total and facets in one go.

Access is inside: what the reader may not know of is in no row that is counted, ordered or shown.
"""

from django.db import connection

from portal.access.enums import Zone
from portal.records.registry import kinds
from portal.search.audience import Scope
from portal.search.enums import EVERYTHING_RANK, MEMBERS_RANK, PUBLIC_RANK, View

from . import postgresql, sqlite
from .result import Found

TOTAL, HIT, COUNT = 0, 1, 2
"""What a row of a statement says: how many hits; a hit and its place; a facet value and how many hits have it."""
ORDERS = {
    "relevance": "h.score, d.code",
    "newest": "d.published_on DESC, d.code",
    "updated": "d.updated_on DESC, d.code",
    "title": "d.sort_title, d.code",
    "date": "d.takes_place_on DESC NULLS LAST, d.code",
    "due": "d.takes_place_on NULLS LAST, d.code",
}
OWN_CARDS = "SELECT document_id AS document FROM search_recordaudience WHERE zone = 0 AND key IN ({keys})"
# A grant, like the audience of the details, opens nothing of a record whose card is not open.
OWN_DETAILS = """
    SELECT d.id AS document FROM search_recorddocument d
    WHERE d.id IN (SELECT document_id FROM search_recordaudience WHERE zone = 1 AND key IN ({keys}) UNION ALL
                   SELECT g.id FROM search_recorddocument g WHERE g.identity_id IN ({granted}))
      AND (d.listed_rank <= {rank} OR d.id IN (SELECT document FROM own_cards))
"""


def words():
    """How the database in use matches words."""
    return sqlite if connection.vendor == "sqlite" else postgresql


class Statement:
    """Named parts (common table expressions) and parameters, put together for one reader."""

    def __init__(self, scope: Scope):
        self.scope = scope
        self.parts: list[tuple[str, str]] = []
        self.parameters: dict = {}
        if scope.has_own:
            keys, granted = self.names("key", scope.keys), self.names("granted", map(key_of, scope.granted))
            self.parts.append(("own_cards", OWN_CARDS.format(keys=keys)))
            self.parts.append(("own_details", OWN_DETAILS.format(keys=keys, granted=granted, rank=scope.rank)))

    def names(self, prefix, values) -> str:
        """Placeholders for a list of values; of an empty one, NULL, which nothing equals."""
        names = []
        for number, value in enumerate(values):
            self.parameters[f"{prefix}{number}"] = value
            names.append(f"%({prefix}{number})s")
        return ", ".join(names) or "NULL"

    def listed(self, table="d") -> str:
        """The condition that the reader may know of a row of RecordDocument."""
        own = f" OR {table}.id IN (SELECT document FROM own_cards)" if self.scope.has_own else ""
        return f"({table}.listed_rank <= {self.scope.rank}{own})"

    def told(self, table="f") -> str:
        """The condition that the reader may see a row of RecordFacet of a record that they may know of."""
        if self.scope.rank >= EVERYTHING_RANK:
            return "true"
        own = f" OR {table}.document_id IN (SELECT document FROM own_details)" if self.scope.has_own else ""
        return f"({table}.zone = 0 OR {table}.level <= {self.scope.rank}{own})"

    def dated(self, table="d") -> str:
        """The condition that the reader may see the years of a row of RecordDocument of which they may know."""
        closed = [kind.key for kind in kinds() if kind.dates_zone is not Zone.CARD]
        if self.scope.rank >= EVERYTHING_RANK or not closed:
            return "true"
        own = f" OR {table}.id IN (SELECT document FROM own_details)" if self.scope.has_own else ""
        names = self.names("dated", closed)
        return f"({table}.kind NOT IN ({names}) OR {table}.details_rank <= {self.scope.rank}{own})"

    def texts(self, select) -> str:
        """One SELECT over the views that the reader may search: each record in the fullest text they may read."""
        rank = self.scope.rank
        if rank == PUBLIC_RANK:
            return select(View.PUBLIC)
        if rank >= EVERYTHING_RANK:
            narrow = f"SELECT id FROM search_recorddocument WHERE details_rank > {MEMBERS_RANK}"
            return f"{_only(select(View.MEMBERS), 'NOT IN', narrow)} UNION ALL {select(View.RESTRICTED_FULL)}"
        if not self.scope.has_own:
            return select(View.MEMBERS)
        full, cards = "SELECT document FROM own_details", "SELECT document FROM own_cards"
        card = _only(_only(select(View.RESTRICTED_CARD), "IN", cards), "NOT IN", full)
        return " UNION ALL ".join(
            [_only(select(View.MEMBERS), "NOT IN", full), card, _only(select(View.RESTRICTED_FULL), "IN", full)]
        )

    def run(self, body) -> list[tuple]:
        """The rows of the statement."""
        parts = ", ".join(f"{name} AS MATERIALIZED ({sql})" for name, sql in self.parts)
        with connection.cursor() as cursor:
            cursor.execute(f"WITH {parts} {body}" if parts else body, self.parameters)
            return cursor.fetchall()


def _only(select, how, documents):
    return f"SELECT * FROM ({select}) t WHERE document {how} ({documents})"


def key_of(key):
    """The key of an identity (a UUID) as the database in use compares it."""
    return key.hex if connection.vendor == "sqlite" else key


def found(rows) -> Found:
    """Rows of what, number, count and score (the lower the better), put together."""
    answer = Found()
    placed = []
    for what, number, count, score in rows:
        if what == TOTAL:
            answer.total = count
        elif what == HIT:
            placed.append((count, number))
            answer.scores[number] = -score
        else:
            answer.counts[number] = answer.counts.get(number, 0) + count
    answer.documents = [number for _, number in sorted(placed)]
    return answer
