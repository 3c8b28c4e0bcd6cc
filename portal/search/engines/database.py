"""The engine that needs nothing beside the database."""

from .hit_statement import hits_and_facets
from .lists import list_of
from .result import Found
from .searching import Engine
from .statement import Statement


class DatabaseEngine(Engine):
    """Answers from SQLite or PostgreSQL, whichever holds the records."""

    name = "database"

    def found(self, scope, query, expression, filters, values) -> Found:
        """What matches `expression` and the Filters, as far as the reader (a Scope) may know of it."""
        kept = list_of(scope, query, filters, values)
        return kept or hits_and_facets(Statement(scope), query, expression, filters)
