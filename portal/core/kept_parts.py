"""Parts of pages that look alike, rendered once: found by all that they show (docs/decisions/0044).

A part gets what it shows and nothing else (`only`), so the same template, language and values are the same words for
whoever asks. Who may see the values was decided before they came here: nothing in here can be out of date.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from uuid import UUID

from django.utils.functional import Promise
from django.utils.safestring import SafeString

MOST, LONGEST = 4_000, 20_000
"""Parts that a process keeps, and how many characters of HTML one may have."""
# By type: text that is safe already is another thing than the same text, and True another than 1.
PLAIN = frozenset({str, SafeString, int, bool, float, type(None), date, datetime, time, UUID})
ROWS, SETS = frozenset({list, tuple}), frozenset({set, frozenset})

_kept: OrderedDict[tuple, SafeString] = OrderedDict()


class NotPlain(Exception):
    """Something whose content cannot be told from it, such as a row of the database."""


def kept_part(name: tuple, values: dict, make: Callable[[], SafeString]) -> SafeString:
    """What `make()` gives, or gave for the same `name` (of the template, with its language) and the same values.

    With values other than words, numbers, days and dataclasses or lists of them, it is made each time.
    """
    try:
        key = (*name, *content(values))
    except NotPlain:
        return make()
    found = _kept.get(key)
    if found is None:
        found = make()
        if len(found) <= LONGEST:
            _keep(key, found)
    return found


def _keep(key, part):
    _kept[key] = part
    while len(_kept) > MOST:
        _kept.popitem(last=False)


def content(value) -> tuple:
    """All that a template could print of a value, as something to find it by; raises NotPlain where that is not all."""
    found = []
    _tell(value, found.append)
    return tuple(found)


def _tell(value, add):
    """Adds what a value is of and what is in it: one row for all, since thousands of small ones burden Python."""
    kind = type(value)
    add(kind)
    if kind in PLAIN:
        add(value)
    elif kind in ROWS:
        add(len(value))
        for each in value:
            _tell(each, add)
    elif kind in SETS:
        add(frozenset(map(content, value)))
    elif kind is dict:
        _tell([*value.items()], add)
    elif isinstance(value, Promise):
        add(str(value))
    elif isinstance(value, Enum):
        add(value.name)
    elif (names := _names(kind)) is not None:
        for name in names:
            _tell(getattr(value, name), add)
    else:
        raise NotPlain(kind)


@cache
def _names(kind):
    """The names of the fields of a dataclass; None of any other class."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def forget() -> None:
    """Keeps nothing of what was rendered so far: for tests and measurements."""
    _kept.clear()
