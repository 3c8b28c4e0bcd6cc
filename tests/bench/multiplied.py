"""Ten times the texts that are there, in SQL: to make that many one by one takes an hour.

Each further text has title, summary and facets of one and the body of another, so that no two are alike, and all have
the words and lengths of the first.
"""

from importlib import import_module

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F

from portal.search.models import FacetCount, SearchState, SearchWord
from portal.search.projection import tidy

STEP = 1_237
"""Between a title and its body, each time once more."""
DOCUMENTS = """
    INSERT INTO search_recorddocument (id, identity_id, kind, code, language, listed_rank, details_rank, sort_title,
                                       published_on, updated_on, is_demo, version, digest)
    SELECT d.id + {more}, {identity}, d.kind, 'CR-' || {number}, d.language, d.listed_rank, d.details_rank,
           d.sort_title, d.published_on, d.updated_on, d.is_demo, d.version, d.digest
    FROM search_recorddocument d WHERE d.id <= {base}
"""
FACETS = """
    INSERT INTO search_recordfacet (document_id, value_id, zone, level)
    SELECT f.document_id + {more}, f.value_id, f.zone, f.level FROM search_recordfacet f WHERE f.document_id <= {base}
"""
CARDS = """
    INSERT INTO search_recordcard (document_id, language, title, summary, path, facts, details_facts, details_text)
    SELECT c.document_id + {more}, c.language, c.title, c.summary, c.path, c.facts, c.details_facts, other.details_text
    FROM search_recordcard c JOIN search_recordcard other ON other.document_id = (c.document_id + {shift}) % {base} + 1
    WHERE c.document_id <= {base}
"""
TEXTS = """
    INSERT INTO search_searchtext (document_id, view, title, summary, body, names, vector)
    SELECT t.document_id + {more}, t.view, t.title, t.summary, other.body, t.names, {vector}
    FROM search_searchtext t JOIN search_searchtext other
      ON other.document_id = (t.document_id + {shift}) % {base} + 1 AND other.view = t.view
    WHERE t.document_id <= {base}
"""
NUMBER = "SUBSTR(CAST({more} + 100000000 + d.id AS TEXT), 2)"
IDENTITY = f"{NUMBER} || SUBSTR(REPLACE(CAST(d.identity_id AS TEXT), '-', ''), 9)"
OF_VENDOR = {
    "sqlite": {"identity": IDENTITY, "vector": "NULL"},
    "postgresql": {
        "identity": f"CAST({IDENTITY} AS uuid)",
        "vector": "ts_filter(t.vector, '{{a,b,d}}') || ts_filter(other.vector, '{{c}}')",
    },
}

full_text = import_module("portal.search.migrations.0002_full_text")


def multiply(base: int, times: int) -> None:
    """Makes `times` as many texts of the first `base`, which are numbered from 1 without a gap."""
    _index(full_text.down)
    for number in range(1, times):
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in (DOCUMENTS, FACETS, CARDS, TEXTS):
                cursor.execute(_filled(statement, base, number))
    _index(full_text.up)
    for model in (FacetCount, SearchWord):
        model.objects.update(documents=F("documents") * times)
    SearchState.renew()
    tidy()


def _index(change):
    """On PostgreSQL to make the indices at the end takes a tenth of the time; on SQLite triggers fill them."""
    if connection.vendor == "postgresql":
        with connection.schema_editor() as editor:
            change(apps, editor)


def _filled(statement, base, number):
    values = {"base": base, "more": base * number, "shift": STEP * number}
    parts = {name: part.format(**values) for name, part in OF_VENDOR[connection.vendor].items()}
    return statement.format(**values, **parts, number=NUMBER.format(**values))
