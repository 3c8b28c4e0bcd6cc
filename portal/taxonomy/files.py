"""Reads the files of `data/`, and says of each wrong cell where it is and what is allowed."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from portal.taxonomy.columns import COLUMNS, Type
from portal.taxonomy.errors import WrongFile

DATA = Path(__file__).parent / "data"
LABELS = ("label_en", "label_fr", "label_ar")
COMMON = ("key", *LABELS, "description_en", "parent", "order", "source", "uri")
KEY = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_is_url = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Row:
    """One row of a file; `number` as a spreadsheet counts, the header being 1."""

    file: str
    number: int
    cells: dict[str, str]

    def problem(self, column, allowed):
        """The sentence about one wrong cell."""
        sentence = _("%(file)s.csv, row %(row)s, column %(column)s: “%(value)s” is not allowed; allowed: %(allowed)s.")
        place = {"file": self.file, "row": self.number, "column": column, "value": self.cells[column]}
        return sentence % {**place, "allowed": allowed}


def read(file: str, folder: Path, columns: tuple[str, ...]) -> list[Row]:
    """The rows of a file. Raises WrongFile when it is absent, is no UTF-8 CSV or lacks a column."""
    try:
        with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as stream:
            lines = csv.DictReader(stream, strict=True)
            header = lines.fieldnames or ()
            rows = [Row(file, number, cells) for number, cells in enumerate(lines, start=2)]
    except FileNotFoundError as error:
        raise WrongFile([_("%(file)s.csv is missing.") % {"file": file}]) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise WrongFile([_("%(file)s.csv is no CSV file in UTF-8.") % {"file": file}]) from error
    if missing := [column for column in columns if column not in header]:
        problem = _("%(file)s.csv lacks the columns %(columns)s.") % {"file": file, "columns": ", ".join(missing)}
        raise WrongFile([problem])
    return rows


def problems_of(rows: list[Row]) -> list[str]:
    """One sentence for each wrong cell of a vocabulary's rows; references to other vocabularies are not looked at."""
    keys = {row.cells["key"] for row in rows}
    seen, problems = set(), []
    for row in rows:
        if None in row.cells or None in row.cells.values():
            problems.append(_uneven(row))
            continue
        problems += _wrong_key(row, seen)
        problems += _wrong_common(row, keys)
        problems += _wrong_typed(row)
        seen.add(row.cells["key"])
    return problems


def _uneven(row):
    return _("%(file)s.csv, row %(row)s has too many or too few cells.") % {"file": row.file, "row": row.number}


def _wrong_key(row, seen):
    key = row.cells["key"]
    if not KEY.fullmatch(key) or len(key) > 80:
        yield row.problem("key", _("small letters, digits and single underscores, at most 80"))
    elif key in seen:
        yield row.problem("key", _("a key that no other row has"))


def _wrong_common(row, keys):
    cells = row.cells
    for column in LABELS:
        if not 0 < len(cells[column].strip()) <= 200:
            yield row.problem(column, _("a label of 1 to 200 characters"))
    if cells["parent"] and cells["parent"] not in keys - {cells["key"]}:
        yield row.problem("parent", _("empty, or the key of another row"))
    if not cells["order"].isascii() or not cells["order"].isdigit():
        yield row.problem("order", _("a whole number"))
    if len(cells["source"]) > 300:
        yield row.problem("source", _("at most 300 characters"))
    if cells["uri"] and not _is_address(cells["uri"]):
        yield row.problem("uri", _("empty, or an address that begins with http:// or https://"))


def _is_address(value):
    try:
        _is_url(value)
    except ValidationError:
        return False
    return len(value) <= 300


def _wrong_typed(row):
    for name, value in row.cells.items():
        column = COLUMNS.get(name)
        if column is None or not value:
            continue
        if column.type is Type.FLAG and value not in ("yes", "no"):
            yield row.problem(name, "yes, no")
        if column.type is Type.NUMBER and not re.fullmatch(r"-?[0-9]+", value):
            yield row.problem(name, _("a whole number"))
