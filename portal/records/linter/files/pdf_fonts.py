"""Which letters the codes in the strings of a PDF mean, by the tables that its fonts bring."""

import re

from .pdf_strings import as_letters, from_hex
from .unreadable import too_large

TO_LETTERS = re.compile(rb"/ToUnicode\s+(\d{1,10})\s+\d{1,5}\s+R\b")
NAMED = re.compile(rb"/([!-'*-.0-;=?-Z^-z]+)\s+(\d{1,10})\s+\d{1,5}\s+R\b")
SINGLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
HEX = rb"\s*<([0-9A-Fa-f\s]+)>"
PAIR = re.compile(HEX + HEX)
RANGE = re.compile(HEX + HEX + rb"\s*(?:<([0-9A-Fa-f\s]+)>|\[([^\]]*)\])")
ONE = re.compile(HEX)
MOST_CODES = 200_000


class Fonts:
    """The tables of letters by the names of fonts: of one name there may be several, on different pages."""

    def __init__(self, objects, streams):
        tables = {each.number: _table(each.body) for each in streams if b"beginbf" in each.body}
        fonts = {number: int(ref[1]) for number, body in objects if (ref := TO_LETTERS.search(body))}
        self.tables = {}
        for _number, body in objects:
            for name, font in NAMED.findall(body):
                table = tables.get(fonts.get(int(font)))
                if table and table not in self.tables.setdefault(name, []):
                    self.tables[name].append(table)

    def readings(self, lines):
        """The texts as which lines of (font, bytes) can be read: with the one or the other table, and without."""
        known = [[self.tables.get(font, ()) for font, _shown in line] for line in lines]
        for number in range(max((len(each) for line in known for each in line), default=0) or 1):
            yield "\n".join(
                "".join(_read(shown, tables, number) for (_font, shown), tables in zip(line, of_line, strict=True))
                for line, of_line in zip(lines, known, strict=True)
                if number == 0 or any(len(each) > number for each in of_line)
            )
        yield "\n".join(
            "".join(as_letters(shown) for _font, shown in line)
            for line, of_line in zip(lines, known, strict=True)
            if any(width == 1 for tables in of_line for width, _letters in tables)
        )


def _read(shown, tables, number):
    if not tables:
        return as_letters(shown)
    width, letters = tables[min(number, len(tables) - 1)]
    codes = (shown[at : at + width] for at in range(0, len(shown), width))
    return "".join(letters.get(code, "\ufffd") for code in codes)


def _table(body):
    """How many bytes a code has, and the letters that each means."""
    letters = {}
    for block in SINGLE.findall(body):
        letters.update((from_hex(code), _letters(from_hex(meant))) for code, meant in PAIR.findall(block))
    for block in RANGES.findall(body):
        for low, high, first, each in RANGE.findall(block):
            letters.update(_in_range(from_hex(low), from_hex(high), first, each))
            if len(letters) > MOST_CODES:
                raise too_large()
    return max(map(len, letters), default=1), letters


def _in_range(low, high, first, each):
    begin, width = int.from_bytes(low), len(low)
    count = min(int.from_bytes(high) - begin + 1, 0x10000)
    if each:
        meant = [_letters(from_hex(one)) for one in ONE.findall(each)][: max(count, 0)]
    else:
        start = _letters(from_hex(first))
        meant = [start[:-1] + chr(min(ord(start[-1]) + step, 0x10FFFF)) for step in range(count)] if start else []
    return [((begin + step).to_bytes(max(width, 3))[-width:], letter) for step, letter in enumerate(meant)]


def _letters(meant):
    return meant.decode("utf-16-be", "replace")
