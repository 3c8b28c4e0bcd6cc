"""Pairs of decimal degrees without a letter or a word that says so, told from amounts, areas and shares."""

import re

from .findings import FindingKind, Match

NUMBER = r"[+-]?\d{1,3}[.,]\d{1,15}"
BETWEEN = r"(?:(?:[^\w%$€£.+-]|_){1,6}|[ ,;]{0,2}(?:and|et|by|x|و|%2c|%20)[ ,;]{0,2}| ?- )"
PAIR = re.compile(
    rf"(?<![\d.])(?P<a>{NUMBER})(?=(?P<between>{BETWEEN}|,?(?=[+-]))(?P<b>{NUMBER})(?![\d%])(?!\.\d))",
    re.IGNORECASE,
)
GROUPED = re.compile(
    r"(?<![\d.,])(?P<a>[+-]?\d{1,3}(?P<sign>[.,])\d{3}(?: \d{3}){0,2} \d{1,3})(?P<between> ?; ?|, ?)"
    r"(?P<b>[+-]?\d{1,3}(?P=sign)\d{3}(?: \d{3}){0,2} \d{1,3})(?![\d%])(?![.,]\d)"
)
"""Figures behind the decimal sign in threes."""
UNIT = re.compile(
    r"[°)\] ]{0,2}(?:%|per ?cent|pour ?cent|usd|eur|chf|gbp|[$€£]|dollars?|euros?|millions?|milliards?|billions?|cfa|"
    r"k?m2?\b|cm|mm|ha\b|hectares?|kg|tonnes?|[cf]\b|points?|"
    r"بالمئه|في المئه|دولار|يورو|مليون|مليار|كم|متر|هكتار|دينار)",
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(r"(?:[$€£]|usd|eur|chf|gbp|doi:? ?)[ (]?$", re.IGNORECASE)
CUE = re.compile(
    r"(?:co-?ord(?:inate|onnee|\.)?e?s?|\bgps|geo-?loc\w{0,10}|geo-?tag\w{0,5}|\blat ?[/,.&-]? ?lon?n?g?|way-?points?|"
    r"wgs ?-?84|epsg:? ?4326|احداثي\w{0,4}|جي ?بي ?اس|نظام تحديد المواقع|مختصات)"
    r"(?:[^\w.]{0,6}|[^\d\n.]{1,40}(?:[:=(\[]|\bat|\bis|\bare|\best|\bsont|هي|هو) ?)[(\[]?$",
    re.IGNORECASE,
)
WEAK_CUE = re.compile(
    r"(?:locations?|positions?|located|localisation|situee?s?|point|found|site|الموقع|موقع\w{0,2}|النقطه|نقطه)"
    r"(?: ?[:=(\[][^\w.]{0,3}| ?(?:at|is|a|en|au|is at|est|عند|علي|في|هو) ?[:(]?)$",
    re.IGNORECASE,
)
LOOK_BACK = 80
NO_LAND = 4.3
"""Below it a place would lie in the Gulf of Guinea: coefficients, rates of exchange, π and e do."""
TIGHT = ("_", ",", ";", "/", "|", "~", ", ", " ,", "; ", " ;", " ; ", " , ", " / ", " | ")


def matches(text):
    """The pairs of decimal degrees in a normalised text."""
    for found in PAIR.finditer(text):
        if _is_place(text, found):
            yield Match(FindingKind.COORDINATES, found.start(), found.end("b"), "decimal degrees")
    for found in GROUPED.finditer(text):
        if _is_place_in_groups(text, found):
            yield Match(FindingKind.COORDINATES, found.start(), found.end("b"), "decimal degrees in groups")


def _is_place_in_groups(text, found):
    if (found["sign"] == "," and ";" not in found["between"]) or UNIT.match(text, found.end("b")):
        return False
    a, b = (degrees(found[each].replace(" ", "")) for each in "ab")
    return in_range(a, b) and max(abs(a), abs(b)) >= NO_LAND


def degrees(number):
    """The value of a written number."""
    return float(number.replace(",", "."))


def in_range(one, other):
    """Whether two numbers can be a latitude and a longitude, in whichever order."""
    small, large = sorted((abs(one), abs(other)))
    return small <= 90 and large <= 180


def _is_place(text, found):
    a, b, between = found["a"], found["b"], found["between"]
    if _is_within_a_number(text, found.start(), a):
        return False
    if ("," in a) != ("," in b) or ("," in a and (between == "," or re.match(r",\d", text[found.end("b") :][:2]))):
        return False
    before = text[max(0, found.start() - LOOK_BACK) : found.start()]
    if UNIT.match(text, found.end("b")) or MONEY_BEFORE.search(before) or not in_range(degrees(a), degrees(b)):
        return False
    decimals = sorted(len(re.split("[.,]", each)[1]) for each in (a, b))
    return _is_fine(a, b, between, decimals) or _is_announced(before, between, decimals)


def _is_within_a_number(text, start, number):
    """Whether “033.3152” is the end of “1,033.3152”; in a line of a table, “1,33.3152” is two."""
    follows = re.search(r"\d,$", text[max(0, start - 2) : start])
    return bool(follows) and ("," in number or bool(re.match(r"\d{3}[.,]", number)))


def _is_fine(a, b, between, decimals):
    """Whether the numbers are written finer than amounts and shares are."""
    if max(abs(degrees(a)), abs(degrees(b))) < NO_LAND:
        return False
    least, most = decimals
    if least >= 4:
        return True
    if between not in TIGHT and "°" not in between:
        return False
    if most >= 4:
        return least >= 2
    # Thousands have three figures behind the sign, too.
    return least == 3 and "." in a and not (a.endswith("00") and b.endswith("00"))


def _is_announced(before, between, decimals):
    """Whether the words before say that a place follows."""
    if CUE.search(before):
        return True
    return decimals[0] >= 2 and between in TIGHT and bool(WEAK_CUE.search(before))
