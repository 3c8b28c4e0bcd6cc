"""Degrees with a letter or word for the hemisphere, or with minutes and seconds, in the ways people write them."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from .findings import FindingKind, Match
from .pairs import in_range

DEGREE = r"(?:°|&deg;|\*|deg(?:rees?|\.)?|degres?|d(?= ?\d)|o(?= ?[nsew](?![a-z])|\d{1,2} ?')|درج(?:ه|ات))"
MINUTE = r"(?:'|&prime;|min(?:utes?|\.)?|m(?= ?\d)|دقيق(?:ه|تان|تين)|دقائق)"
SECOND = r"(?:\"|'{2}|&quot;|sec(?:onde?s?|\.)?|s(?= ?[nsewo](?![a-z]))|ثاني(?:ه|تان|تين)|ثواني?)"
JOINT = r" ?(?:,|و|et|and)? ?"
FRACTION = r"(?:[.,]\d{1,12})?"
MARKED = (
    rf"\d{{1,3}} ?{DEGREE}{JOINT}\d{{1,2}}{FRACTION}(?: ?{MINUTE})?(?:{JOINT}\d{{1,2}}{FRACTION}(?: ?{SECOND})?)?"
    rf"(?:(?<=\d)')?"
)
BARE_SECONDS = rf"\d{{1,3}}(?P<sign>[ :.-])\d{{1,2}}[ :.'-]\d{{1,2}}{FRACTION}(?: ?{SECOND})?"
BARE_MINUTES = rf"\d{{1,3}}[ :]\d{{1,2}}{FRACTION}(?: ?{MINUTE})?"
DECIMAL = rf"\d{{1,3}}[.,]\d{{1,15}}(?: ?{DEGREE})?"
WHOLE = rf"\d{{1,3}} ?{DEGREE}"
COMPACT = r"\d{4,7}(?:\.\d{1,6})?"
STYLES = {
    "marked": MARKED,
    "seconds": BARE_SECONDS,
    "minutes": BARE_MINUTES,
    "decimal": DECIMAL,
    "whole": WHOLE,
    "compact": COMPACT,
}
ANGLE = "(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in STYLES.items()) + ")"
NORTH_SOUTH = r"n(?:orth|ord)?|s(?:outh|ud)?|(?:ال)?(?:شمال|جنوب)(?:ا|ي|يه)?|[شج]"
EAST_WEST = r"e(?:ast|st)?|w(?:est)?|o(?:uest)?|(?:ال)?(?:شرق|غرب)(?:ا|ي|يه)?|[قغ]"
SIDE = rf"(?:(?P<ns>{NORTH_SOUTH})|(?P<ew>{EAST_WEST}))"
START = r"(?<![\d.A-Za-z])(?<!\d[,:/-])(?<![A-Za-z]-)"
NAMED = r"(?:(?:of |de )?(?:latitude|longitude|خط ?ال?عرض|خط ?ال?طول) )?"
AFTER = re.compile(rf"{START}(?:(?<!\w)[+-])?{ANGLE}[ ,]{{0,2}}{NAMED}{SIDE}(?![^\W\d_])(?![+-]\d)", re.IGNORECASE)
BEFORE = re.compile(rf"(?<![^\W\d_]){SIDE}(?![^\W\d_])[.,]?[ :=(]{{0,3}}[+-]?{ANGLE}(?!\d)(?![.,]\d)", re.IGNORECASE)
WITHOUT_SIDE = re.compile(
    r"(?<![\d.])\d{1,3} ?° ?\d{1,2}(?:[.,]\d{1,8})? ?'(?!') ?(?P<seconds>\d{1,2}(?:[.,]\d{1,8})? ?(?:\"|''|'))?"
)
COLONS = re.compile(
    r"(?<![\d.:])[+-]?(?P<a>\d{1,3}):[0-5]?\d:[0-5]?\d(?P<fine>[.,]\d{1,6})?[ ,;/|]{1,3}"
    r"[+-]?(?P<b>\d{1,3}):[0-5]?\d:[0-5]?\d(?(fine)[.,]\d{1,6})(?![\d:])"
)
HOURS = 24
SIGN = re.compile(r"[°'\"*&]|deg|درج|min|\dm\d", re.IGNORECASE)
FARTHEST = 30
"""Characters between the two halves of a place."""


@dataclass(frozen=True)
class Half:
    """One half of a place: `axis` is "ns" or "ew", `style` one of STYLES."""

    start: int
    end: int
    axis: str
    style: str
    figures: str
    side: str
    is_behind: bool
    """Whether the side stands behind its figures."""

    @property
    def decimals(self):
        """How many figures stand behind the decimal sign of decimal degrees."""
        return len(re.split("[.,]", self.figures)[1]) if self.style == "decimal" else 0

    @property
    def is_word(self):
        """Whether the side is a word, as in “12.5 north”, and not a letter."""
        return len(self.side) > 1

    @property
    def degrees(self):
        """The whole degrees."""
        return int(re.match(r"\d+", self.figures)[0])


def matches(text):
    """The places, and the halves fine enough to be one, in a normalised text."""
    for pattern in (AFTER, BEFORE):
        halves = [_half(found, pattern is AFTER) for found in pattern.finditer(text)]
        for half, following in zip_longest(halves, halves[1:]):
            if following and _belong(half, following, text):
                yield Match(FindingKind.COORDINATES, half.start, following.end, "degrees of two hemispheres")
            elif _is_fine(half) and not text[half.start - 1 : half.start].isalnum():
                yield Match(FindingKind.COORDINATES, half.start, half.end, "degrees of a hemisphere")
    yield from _without_side(text)


def _half(found, is_behind):
    style = next(name for name in STYLES if found[name])
    figures = found[style]
    if style == "decimal":
        figures = re.match(r"[\d.,]+", figures)[0]
    axis, side = ("ns", found["ns"]) if found["ns"] else ("ew", found["ew"])
    return Half(found.start(), found.end(), axis, style, figures, side, is_behind)


def _belong(one, other, text):
    between = text[one.end : other.start]
    if one.axis == other.axis or len(between) > FARTHEST or re.search(r"\d", between):
        return False
    if "compact" in (one.style, other.style):
        return one.style == other.style and len(between) <= 4
    if not in_range(one.degrees, other.degrees) or (_is_amount(one) and _is_amount(other)):
        return False
    if "minutes" in (one.style, other.style) or _is_coarse(one) or _is_coarse(other):
        return len(between) <= 10 and not (one.is_word and _is_coarse(one))
    return True


def _is_coarse(half):
    """Decimal degrees that could as well be a length or a number of a paragraph."""
    return half.style == "decimal" and half.decimals < 2 and not re.search("°|deg", half.figures)


def _is_amount(half):
    """“n: 12,345” counts what “e: 6,789” counts, too."""
    return half.style == "decimal" and not half.is_behind and "," in half.figures and half.decimals == 3


def _is_fine(half):
    if half.style == "marked":
        # “1d8e” is a piece of a key or an address.
        return half.degrees <= 180 and bool(SIGN.search(half.figures))
    if half.style == "seconds":
        return bool(re.search(r"[.,]\d", half.figures[6:])) and half.degrees <= 180 and not half.is_word
    return half.style == "decimal" and half.decimals >= 4 and half.side.upper() == half.side and half.degrees <= 180


def _without_side(text):
    found = list(WITHOUT_SIDE.finditer(text))
    for one, following in zip_longest(found, found[1:]):
        if following and following.start() - one.end() <= FARTHEST:
            yield Match(FindingKind.COORDINATES, one.start(), following.end(), "degrees and minutes")
        elif one["seconds"]:
            yield Match(FindingKind.COORDINATES, one.start(), one.end(), "degrees, minutes and seconds")
    for found in COLONS.finditer(text):
        low, high = sorted((int(found["a"]), int(found["b"])))
        # Below, it is a time of the day.
        if in_range(low, high) and (high if found["fine"] else low) >= HOURS:
            yield Match(FindingKind.COORDINATES, found.start(), found.end(), "degrees with colons")
