"""Of how many records readers of each rank may see that they have a value: kept, since whole lists always ask."""

from contextlib import contextmanager

from django.db import connection

from .enums import EVERYTHING_RANK, MEMBERS_RANK, PUBLIC_RANK

RANKS = (PUBLIC_RANK, MEMBERS_RANK, EVERYTHING_RANK)
# A value counts for a rank when the record is listed to it, and the zone that tells the value is open to it.
COUNTED = """
    SELECT ranks.rank, d.kind, f.value_id, {sign}COUNT(*) AS documents
    FROM search_recordfacet f
    JOIN search_recorddocument d ON d.id = f.document_id
    JOIN (SELECT 0 AS rank UNION ALL SELECT 1 UNION ALL SELECT 3) ranks
      ON ranks.rank >= d.listed_rank AND ranks.rank >= f.level
    {where}
    GROUP BY ranks.rank, d.kind, f.value_id
    ORDER BY 1, 2, 3
"""
ADD = """
    INSERT INTO search_facetcount (rank, kind, value_id, documents)
    SELECT * FROM ({counted}) counted WHERE true
    ON CONFLICT (rank, kind, value_id) DO UPDATE SET documents = search_facetcount.documents + excluded.documents
"""


@contextmanager
def renewed(ids):
    """Takes the records `ids` out of the counts; on leaving, adds those whose ids were put in the yielded list."""
    _add(ids, sign="-")
    written = []
    yield written
    _add(written, sign="")


def recount():
    """Counts everything anew."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_facetcount")
        cursor.execute(ADD.format(counted=COUNTED.format(sign="", where="")))


def _add(ids, sign):
    if not ids:
        return
    where = f"WHERE f.document_id IN ({', '.join(str(int(pk)) for pk in ids)})"
    with connection.cursor() as cursor:
        cursor.execute(ADD.format(counted=COUNTED.format(sign=sign, where=where)))
