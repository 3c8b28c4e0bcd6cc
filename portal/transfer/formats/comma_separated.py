"""All rows of a list as CSV, read and sent some hundred at a time."""

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.core.csv_table import table_response
from portal.core.languages import reading_language
from portal.records.reads import note_read

from .notices import notices_of, say

MOST_ROWS = 10_000
AT_ONCE = 250


def answer(request, source):
    """The file. Its first rows are read before the answer begins, so that a fault is an error and not half a file."""
    first = source.page(1, AT_ONCE)
    if request.method == "HEAD":
        response = HttpResponse(content_type="text/csv; charset=utf-8; header=present")
        response["Cache-Control"] = "private, no-store"
    else:
        response = table_response(source.columns, _rows(request, source, first), source.name)
    cut = [_("There are more; narrow your search to see them.")] if first.total > MOST_ROWS else []
    say(response, [*notices_of(first), *cut])
    return response


def _rows(request, source, result):
    """The cells of each row. What is written while this is read may move rows from one part to the next: none comes
    twice."""
    language, sent, number = reading_language(), set(), 1
    while result is not None:
        # Set for each part alone: between two of them the thread belongs to whoever sends the answer.
        with translation.override(language):
            hits = [hit for hit in result.hits if hit.url not in sent][: MOST_ROWS - len(sent)]
            rows = source.rows(hits)
            note_read(request, *(row.key for row in rows if row.shows_details))
        sent.update(hit.url for hit in hits)
        yield from (row.cells for row in rows)
        number += 1
        with translation.override(language):
            more = number <= result.pages and len(sent) < MOST_ROWS
            result = source.page(number, AT_ONCE) if more else None
