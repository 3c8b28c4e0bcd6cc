"""What every file becomes: the names of columns, and lines of texts below them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from portal.transfer.bringing.wrong import Unreadable, Wrong

MEGABYTE = 1024 * 1024
MOST_COLUMNS = 200
MOST_WRONG = 500
"""Cells of a file that are found wrong while it is read, before the rest of it is left unread."""


@dataclass(frozen=True)
class Limits:
    """How large a file may be: packed, unpacked, and in rows of entries."""

    most_bytes: int
    most_unpacked: int
    most_rows: int


FOR_MEMBERS = Limits(5 * MEGABYTE, 60 * MEGABYTE, 200)
"""A page answers before a browser gives up."""
FOR_OPERATORS = Limits(100 * MEGABYTE, 600 * MEGABYTE, 20_000)


@dataclass(frozen=True)
class Line:
    """One row: the number that a spreadsheet shows for it, and its cells in the order of the header."""

    number: int
    cells: tuple[str, ...]


@dataclass
class Table:
    """`header` as it is written, `lines` without empty ones, and what was `wrong` in cells as they were read."""

    header: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)


def table_of(rows: Iterable[tuple[int, list[str]]], limits: Limits, wrong=()) -> Table:
    """The Table of numbered rows, the first of which that holds anything is the header; a line of HXL tags below it is
    left out. Raises Unreadable for no header, and for more rows than the limits allow."""
    rows = ((number, cells) for number, cells in rows if any(cells))
    first = next(rows, None)
    if first is None:
        raise Unreadable(_("The file is empty. The first row must hold the names of columns."))
    head = _without_end(first[1])
    if len(head) > MOST_COLUMNS:
        raise Unreadable(_("The first row holds more than %d columns. Start from the template.") % MOST_COLUMNS)
    table = Table(tuple(head), wrong=list(wrong))
    for number, cells in rows:
        if not table.lines and is_tags(cells):
            continue
        if len(table.lines) >= limits.most_rows:
            raise Unreadable(too_many(limits))
        _add(table, number, cells)
    return table


def too_many(limits):
    """The sentence for a file with more rows than the limits allow."""
    return _("There are more than %d rows of entries. Divide them into several files.") % limits.most_rows


def is_tags(cells):
    """Whether a row holds tags of the Humanitarian Exchange Language and nothing else."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(cell.startswith("#") and len(cell) > 1 for cell in filled)


def _add(table, number, cells):
    width = len(table.header)
    if any(cells[width:]) and len(table.wrong) < MOST_WRONG:
        extra = next(cell for cell in cells[width:] if cell)
        table.wrong.append(Wrong(number, "", extra, _("It stands beside the last column that has a name.")))
    padded = [*cells[:width], *[""] * (width - len(cells))]
    table.lines.append(Line(number, tuple(padded)))


def _without_end(cells):
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def read_whole(file, limits) -> bytes:
    """The bytes of a file. Raises Unreadable for one that is larger than the limits allow, or empty."""
    data = file.read(limits.most_bytes + 1)
    if len(data) > limits.most_bytes:
        size = limits.most_bytes // MEGABYTE
        raise Unreadable(_("The file is larger than %d MB. Divide it into several files.") % size)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise Unreadable(_("The file is empty. The first row must hold the names of columns."))
    return data
