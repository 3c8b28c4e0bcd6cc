"""Where `field:value` stands among the words of a search; what it names is told later (named_filters.py)."""

import re
from dataclasses import dataclass

from .expression import QUOTES

MOST = 20
PIECE = re.compile(r'(-?)([^\s:"\-][^\s:"]*):(?!//)(?:"([^"]*)"|([^\s"]+))|-?"[^"]*"|\S+')


@dataclass(frozen=True)
class Written:
    """A `field:value` as it stands in a text from `start` to `end`; with `is_without`, entries are not to have it."""

    field: str
    value: str
    is_without: bool
    start: int
    end: int


def written_in(text: str) -> tuple[Written, ...]:
    """The `field:value` of a text, outside of its phrases."""
    found = (match for match in PIECE.finditer(text.translate(QUOTES)) if match[2])
    return tuple(Written(m[2], m[3] or m[4] or "", bool(m[1]), *m.span()) for m in found)[:MOST]


def text_without(text: str, written) -> str:
    """The text without these pieces of it."""
    parts, at = [], 0
    for each in written:
        parts.append(text[at : each.start])
        at = each.end
    return " ".join(" ".join([*parts, text[at:]]).split()) if written else text
