"""A table as a file of comma-separated values (RFC 4180): people open it in a spreadsheet, programs read it."""

import csv
from collections.abc import Iterable, Iterator
from itertools import batched

from django.http import StreamingHttpResponse

MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for the code page of the machine, and no Arabic can be read."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection"""
ROWS_AT_ONCE = 50


def table_response(columns: Iterable[str], rows: Iterable[Iterable], name: str) -> StreamingHttpResponse:
    """The answer `name`.csv, sent while `rows` are still being read. Cells are text, numbers or None.

    `columns` are the names of the first line: the same in every language, so that programs can rely on them.
    """
    return StreamingHttpResponse(
        lines(columns, rows),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def lines(columns: Iterable[str], rows: Iterable[Iterable]) -> Iterator[str]:
    """The text of the file, some lines at a time. Every cell is in quotes: a program that divides at semicolons, as
    spreadsheets in French do, finds no beginning of a cell inside another."""
    writer = csv.writer(_Given(), quoting=csv.QUOTE_ALL)
    yield MARK + writer.writerow(columns)
    for some in batched(rows, ROWS_AT_ONCE):
        yield "".join(writer.writerow([cell(value) for value in row]) for row in some)


def cell(value) -> str:
    """A value as a cell that no spreadsheet runs: what begins as a formula does gets an apostrophe before it."""
    text = "" if value is None else str(value).replace("\0", "")
    return f"'{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula."""
    return text.lstrip(" ").startswith(FORMULA) or text.lstrip().startswith(FORMULA)


class _Given:
    """What csv writes to: hands each line back."""

    def write(self, line):
        return line
