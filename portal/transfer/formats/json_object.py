"""All rows of a list as one JSON object (RFC 8259), sent while they are read."""

import json
from dataclasses import asdict
from itertools import batched

from django.http import HttpResponse, StreamingHttpResponse

from portal.desk.written import Part

from .about import about
from .every_row import every_row, first_part
from .notices import say

CONTENT_TYPE = "application/json"
ROWS_AT_ONCE = 50


def answer(request, source):
    """The object: what is said of the list, then `rows`, each an object by the names of the columns."""
    first = first_part(source)
    told = about(request, source, first)
    if request.method == "HEAD":
        response = HttpResponse(content_type=CONTENT_TYPE)
        response["Cache-Control"] = "private, no-store"
    else:
        rows = every_row(request, source, first)
        response = StreamingHttpResponse(_text(told, source.columns, rows), content_type=CONTENT_TYPE)
        response["Content-Disposition"] = f'attachment; filename="{source.name}.json"'
    say(response, told.notices)
    return response


def _text(told, columns, rows):
    """The object in pieces, a row a line."""
    yield _dumped(asdict(told)).removesuffix("}") + ', "rows": ['
    between = "\n"
    for some in batched(rows, ROWS_AT_ONCE):
        lines = (_dumped(row_in_json(columns, row)) for row in some)
        yield between + ",\n".join(lines)
        between = ",\n"
    yield "\n]}\n"


def row_in_json(columns, row) -> dict:
    """A Row as an object by the names of its columns: the same here and in the interface for programs (portal/api)."""
    return dict(zip(columns, map(_value, row.values), strict=True))


def _value(value):
    """Text or truth as it is; of a field the list of its parts, those that stand in a list of codes with theirs."""
    return [_part(part) for part in value] if isinstance(value, tuple) else value


def _part(part: Part | str):
    if isinstance(part, str):
        return part
    return part.text if part.code is None else {"code": part.code or None, "label": part.text}


def _dumped(value):
    return json.dumps(value, ensure_ascii=False)
