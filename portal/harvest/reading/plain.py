"""Values of an answer that may be anything, as the texts, numbers and lists that they stand for."""

import html
import re
import unicodedata
from typing import Any

TAG = re.compile(r"<[^<>]{0,1000}>")
LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,1000}\)")
MARK = re.compile(r"^[ \t]{0,3}(?:#{1,6}|>|[*+-])[ \t]+", re.MULTILINE)
EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)([^*_`\n]{1,500}?)(?<=\S)\1")
DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
"""Characters that turn the direction of what follows: a text of others does not turn the portal's."""
YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}
LONGEST = 20_000
"""Characters of one text that are looked at."""


def text(value: Any) -> str:
    """A text or number as one line of text; "" for anything else (lists, objects, nothing)."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_storable(str(value)).split())


def lines(value: Any) -> str:
    """A text that may be HTML or Markdown as plain lines, an empty one between paragraphs."""
    if not isinstance(value, str):
        return text(value)
    found = html.unescape(TAG.sub(" ", _storable(value.replace("\r\n", "\n"))))
    found = EMPHASIS.sub(r"\2", LINK.sub(r"\1", MARK.sub("", TAG.sub(" ", _storable(found)))))
    kept = "\n".join(" ".join(line.split()) for line in found.split("\n"))
    return re.sub(r"\n{2,}", "\n\n", kept).strip()


def yes(value: Any) -> bool | None:
    """A value that says yes or no in one of the ways of CKAN (true, "1", "true"); None for anything else."""
    if isinstance(value, bool):
        return value
    said = text(value).lower()
    return True if said in YES else False if said in NO and value is not None else None


def whole(value: Any) -> int | None:
    """A whole number that is not negative; None for anything else."""
    said = text(value).replace(",", "").replace(" ", "").removesuffix(".0")
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 15 else None


def rows(value: Any) -> list[dict]:
    """The objects of a list, without what is none; [] for what is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def words(value: Any) -> list[str]:
    """The texts of a list, or of a text that lists them with commas; each once."""
    listed = value if isinstance(value, list) else text(value).split(",")
    return list(dict.fromkeys(filter(None, map(text, listed))))


def _storable(value):
    """Without what no database keeps or no page prints: NUL, halves of characters, controls, turned directions."""
    found = value[:LONGEST].encode("utf-8", "ignore").decode("utf-8").translate(DIRECTIONS)
    return "".join(each for each in found if each in "\n\t" or unicodedata.category(each) != "Cc")
