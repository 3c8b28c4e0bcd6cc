"""JSON: an object with `rows`, or a list of them; each row is an object by the names of columns."""

import json

from django.utils.translation import gettext as _

from portal.transfer.bringing.wrong import Unreadable, Wrong

from .table import Limits, Line, Table, too_many

BETWEEN = " | "


def read(data: bytes, limits: Limits) -> Table:
    """The Table of a JSON file. Raises Unreadable for what is no such JSON."""
    rows = _rows(data)
    if len(rows) > limits.most_rows:
        raise Unreadable(too_many(limits))
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    table = Table(header)
    for number, row in enumerate(rows, 1):
        table.lines.append(Line(number, tuple(_cell(row.get(name), name, number, table.wrong) for name in header)))
    return table


def _rows(data):
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as refused:
        raise Unreadable(_("This JSON is not in UTF-8.")) from refused
    except json.JSONDecodeError as refused:
        facts = {"line": refused.lineno, "column": refused.colno}
        raise Unreadable(_("This is no JSON: line %(line)d, sign %(column)d.") % facts) from refused
    except (RecursionError, ValueError) as refused:
        raise Unreadable(_("This JSON cannot be read: %s.") % refused) from refused
    rows = found.get("rows") if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(_("A JSON file must hold “rows”: a list of objects, each by the names of columns."))
    return rows


def _once(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(_("“%s” stands twice in one object") % next(name for name in names if names.count(name) > 1))
    return found


def _cell(value, name, number, wrong):
    """A value as text: a list as the parts of a cell, objects in it as rows, one a line."""
    if isinstance(value, list):
        if any(isinstance(each, dict) for each in value):
            return "\n".join(json.dumps(each, ensure_ascii=False) for each in value)
        return BETWEEN.join(_plain(each, name, number, wrong) for each in value)
    return _plain(value, name, number, wrong)


def _plain(value, name, number, wrong):
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case int() | float():
            return str(value)
    wrong.append(Wrong(number, name, json.dumps(value, ensure_ascii=False), _("Write a text, a number or a list.")))
    return ""
