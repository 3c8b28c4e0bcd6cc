"""Rows of an entry in one cell, a line each: “audience: public | rung: adm1_count”, or JSON where that would not come
back as it was.

A row that is one text may be that text alone. Names are those of the fields, the same in every language.
"""

import json
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Field
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey

from portal.transfer.bringing.cells import Cell, cell_for
from portal.transfer.bringing.known import allowed_of
from portal.transfer.bringing.wrong import Refused

from .column import Column

OF_PLACE = {"id", "sort_order", "translation_key", "locale"}
"""Fields of a row that are no content of it."""
KEY = "key"
BETWEEN, AFTER_NAME = " | ", ": "
MOST = 200
"""Rows in one cell."""


class RowsCell(Cell):
    """All rows of one relation of a page: a value is a list of dictionaries, by name of field what each row keeps."""

    empty = ()
    is_needed = False

    def __init__(self, relation):
        self.model = relation.related_model
        self.parent = relation.field.name
        cells = {field.name: cell_for(field) for field in self.model._meta.concrete_fields if _is_content(field)}
        self.cells = {name: cell for name, cell in cells.items() if cell is not None}
        self.has_key = getattr(self.model, "keeps_key", False)

    def write(self, value, known):
        return "\n".join(self._line(self._texts(row, known)) for row in value or ())

    def read(self, text, known):
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if len(lines) > MOST:
            raise Refused(_("There are more than %d lines in this cell.") % MOST)
        return [self._row(line, number, known) for number, line in enumerate(lines, 1)]

    def guidance(self):
        """What to write, with an example of the form."""
        names = BETWEEN.join(f"{name}{AFTER_NAME}…" for name in self.cells)
        return _("One line each: %s. What is unknown may be left out.") % names

    def is_hidden(self, value, known):
        return any(cell.is_hidden(value[name], known) for name, cell in self.cells.items())

    # Writing.
    def _texts(self, row, known):
        """By name the texts of what a row says: what is as it usually is, is left out."""
        texts = {name: cell.write(row.get(name, cell.empty), known) for name, cell in self.cells.items()}
        usual = {name: cell.write(cell.empty, known) for name, cell in self.cells.items()}
        said = {name: text for name, text in texts.items() if text != usual[name]}
        if self.has_key and row.get(KEY):
            said[KEY] = str(row[KEY])
        return said

    def _line(self, texts):
        line = BETWEEN.join(f"{name}{AFTER_NAME}{text}" for name, text in texts.items())
        try:
            is_same = bool(line) and "\n" not in line and line == line.strip() and self._parsed(line) == texts
        except Refused:
            is_same = False
        return line if is_same else json.dumps(texts, ensure_ascii=False)

    # Reading.
    def _row(self, line, number, known):
        """The dictionary of one line. Raises Refused, with the number of the line."""
        try:
            texts = _object(line) if line.startswith("{") else self._parsed(line)
            row = {name: self._value(name, text, known) for name, text in texts.items()}
            for name, cell in self.cells.items():
                if cell.is_needed and name not in row:
                    raise Refused(_("“%s” must be said.") % name)
            return row
        except Refused as refused:
            raise Refused(_("Line %(line)d: %(why)s") % {"line": number, "why": refused.why}, refused.allowed) from None

    def _value(self, name, text, known):
        if name == KEY and self.has_key:
            return _key(text)
        if name not in self.cells:
            raise Refused(_("There is no “%s” here.") % name[:40], allowed_of(name, self.cells))
        text = text.strip()
        try:
            return self.cells[name].read(text, known) if text else self.cells[name].empty
        except Refused as refused:
            why = f"{name}: “{text[:60]}” – {refused.why}"
            raise Refused(why, refused.allowed) from None

    def _parsed(self, line):
        """By name the texts of a line that is no JSON."""
        names = {*self.cells, KEY} if self.has_key else {*self.cells}
        parts = [part.partition(AFTER_NAME.strip()) for part in line.split(BETWEEN.strip())]
        if all(name.strip() in names for name, _colon, _text in parts):
            return _once((name.strip(), text.strip()) for name, _colon, text in parts)
        if (alone := self._alone()) and not any(name.strip() in names for name, _colon, _text in parts):
            return {alone: line.strip()}
        unknown = next(name.strip() for name, _colon, _text in parts if name.strip() not in names)
        raise Refused(_("“%s” is no name of a part of a line.") % unknown[:40], self.guidance())

    def _alone(self):
        """The name of the one text without which a row is nothing; "" where a row is more than that."""
        return "text" if "text" in self.cells else ""


class RowsColumn(Column):
    """A relation to rows of the page."""

    def value(self, page, known):
        rows = getattr(page, self.name).all()
        return [_said(row, self.cell) for row in rows if not self.cell.is_hidden(_said(row, self.cell), known)]

    def put(self, page, value, known):
        """Rows that are there already stay the same rows, found by key, by what they say, or by their place: what the
        file cannot hold, such as documents, stays with them. Rows about what may not be named stay as they are."""
        there = list(getattr(page, self.name).all())
        hidden = [row for row in there if self.cell.is_hidden(_said(row, self.cell), known)]
        left = [row for row in there if row not in hidden]
        rows = self._found(left, value)
        for number, said in enumerate(value):
            row = rows[number] or (left.pop(0) if left and self._may_take(said) else self.cell.model())
            rows[number] = _filled(row, said, self.cell, number)
        for number, row in enumerate(hidden, len(rows)):
            row.sort_order = number
        getattr(page, self.name).set([*rows, *hidden])

    def _found(self, left, value):
        """For each row that is wanted the one that is there already, which is taken out of those `left`; else None."""
        rows = [None] * len(value)
        for is_it in (_has_key, _says_same):
            for number, said in enumerate(value):
                found = next((row for row in left if is_it(row, said, self.cell)), None)
                if rows[number] is None and found is not None:
                    left.remove(found)
                    rows[number] = found
        return rows

    def _may_take(self, said):
        """Whether a row may go on with what another one was: not where it has a key of its own."""
        return not (self.cell.has_key and said.get(KEY))

    def wrong_in(self, page):
        """What rows of the page say against their own rules, as sentences."""
        for number, row in enumerate(getattr(page, self.name).all(), 1):
            try:
                row.clean()
            except ValidationError as refused:
                yield _("Line %(line)d: %(why)s") % {"line": number, "why": " ".join(refused.messages)}


def rows_column(relation, label):
    """The Column of a relation to rows; None where rows are nothing that a file can hold."""
    cell = RowsCell(relation)
    name = relation.get_accessor_name()
    label = label or capfirst(str(cell.model._meta.verbose_name_plural))
    needs_more = [field for field in cell.model._meta.concrete_fields if _is_content(field) and _is_lost(field, cell)]
    return None if needs_more or not cell.cells else RowsColumn(name, label, cell)


def _is_content(field: Field):
    return field.name not in OF_PLACE and not isinstance(field, ParentalKey)


def _is_lost(field, cell):
    """Whether a row cannot do without what no file holds."""
    return field.name not in cell.cells and not field.null


def _said(row, cell):
    said = {name: getattr(row, inner.field.attname) for name, inner in cell.cells.items()}
    return said | ({KEY: row.translation_key} if cell.has_key else {})


def _has_key(row, said, cell):
    return cell.has_key and said.get(KEY) == row.translation_key


def _says_same(row, said, cell):
    now = _said(row, cell)
    return all(now[name] == said.get(name, inner.empty) for name, inner in cell.cells.items())


def _filled(row, said, cell, number):
    for name, inner in cell.cells.items():
        setattr(row, inner.field.attname, said.get(name, inner.empty))
    if cell.has_key and said.get(KEY):
        row.translation_key = said[KEY]
    row.sort_order = number
    return row


def _object(line):
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as refused:
        raise Refused(_("This is no JSON.")) from refused
    if not isinstance(found, dict) or not all(isinstance(value, str | int | bool | None) for value in found.values()):
        raise Refused(_("This is no JSON object of texts."))
    return {name: _text(value) for name, value in found.items()}


def _text(value):
    return "" if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _once(pairs):
    found = {}
    for name, text in pairs:
        if name in found:
            raise Refused(_("“%s” stands twice in this line.") % name)
        found[name] = text
    return found


def _key(text):
    try:
        return UUID(text)
    except ValueError as refused:
        raise Refused(_("This is no key of a row."), _("Leave it out for a new row.")) from refused
