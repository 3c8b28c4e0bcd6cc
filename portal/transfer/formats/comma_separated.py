"""All rows of a list as CSV, sent while they are read."""

from itertools import chain

from django.http import HttpResponse

from portal.core.csv_table import table_response
from portal.transfer.hxl import tag_rows

from .every_row import every_row, first_part, notices_of_all
from .notices import say

CONTENT_TYPE = "text/csv"


def answer(request, source):
    """The file: names of columns, their HXL tags, and the rows."""
    first = first_part(source)
    if request.method == "HEAD":
        response = HttpResponse(content_type=f"{CONTENT_TYPE}; charset=utf-8; header=present")
        response["Cache-Control"] = "private, no-store"
    else:
        cells = (row.cells for row in every_row(request, source, first))
        response = table_response(source.columns, chain(tag_rows(source.columns), cells), source.name)
    say(response, notices_of_all(first))
    return response
