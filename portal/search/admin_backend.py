"""Wagtail's own page search, which serves its admin only: modelsearch with the two changes that 10,000 pages need.

On SQLite modelsearch asks the relevance of each hit in a subquery of its own (seconds to minutes), and hands quotes to
FTS5 unquoted (an error): here hits and relevance are one join. On PostgreSQL migration 0003 adds the index that the
stock query lacks. Upstream: https://github.com/wagtail/django-modelsearch
"""

from django.db import connection
from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend
from modelsearch.query import PlainText
from modelsearch.utils import get_descendants_content_types_pks

from .analysis import PART, clean

MOST_CHARACTERS = 200
MOST_WORDS = 20
ENTRY, FTS = "wagtailsearch_indexentry", "wagtailsearch_indexentry_fts"
# Of the columns autocomplete, body and title.
SCORE = f"bm25({FTS}, 2.0, 1.0, 5.0)"


class Bounded:
    """Part of a backend: what was typed is made words only; nothing but signs is no query."""

    def _search(self, query_compiler_class, query, model_or_queryset, **options):
        if isinstance(query, str):
            query = " ".join(PART.findall(clean(query, MOST_CHARACTERS))[:MOST_WORDS])
        return super()._search(query_compiler_class, query, model_or_queryset, **options)


class Joined:
    """Part of a compiler for SQLite: one join of the full-text table, its entries and the searched model."""

    def search(self, config, start, stop, score_field=None):
        if not isinstance(self.query, PlainText):
            return super().search(config, start, stop, score_field)
        model = self.queryset.model
        content_types = ", ".join(str(pk) for pk in get_descendants_content_types_pks(model))
        score_field = score_field or ("_score" if self.order_by_relevance else None)
        found = self.queryset.extra(
            tables=[FTS, ENTRY],
            where=[
                f"{FTS} MATCH %s",
                f"{ENTRY}.id = {FTS}.rowid AND {ENTRY}.content_type_id IN ({content_types})",
                f'"{model._meta.db_table}"."{model._meta.pk.column}" = {ENTRY}.object_id',
            ],
            params=[self._match()],
            select={score_field: SCORE} if score_field else {},
        )
        if self.order_by_relevance:
            found = found.order_by(score_field, "-pk")
        elif not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def _match(self):
        *whole, last = [f'"{word}"' for word in self.query.query_string.split()]
        words = [*whole, f"{last} *" if self.LAST_TERM_IS_PREFIX else last]
        columns = " ".join(self.fields or self.FTS_TABLE_FIELDS)
        return f"{{{columns}}} : ({f' {self.query.operator.upper()} '.join(words)})"


def sqlite_backend(params):
    """The backend for SQLite; its modules can only be imported where SQLite holds the index."""
    from modelsearch.backends.database.sqlite import sqlite

    class Searching(Joined, sqlite.SQLiteSearchQueryCompiler):
        pass

    class Completing(Joined, sqlite.SQLiteAutocompleteQueryCompiler):
        pass

    class Backend(Bounded, sqlite.SQLiteSearchBackend):
        query_compiler_class = Searching
        autocomplete_query_compiler_class = Completing

    return Backend(params)


class PostgreSQLBackend(Bounded, PostgresSearchBackend):
    """Stock, with bounded input."""


def SearchBackend(params):
    """The backend for the database in use; modelsearch finds it by this name."""
    if connection.vendor == "sqlite":
        return sqlite_backend(params)
    return PostgreSQLBackend(params)  # pragma: no cover  tests/engines run on PostgreSQL too
