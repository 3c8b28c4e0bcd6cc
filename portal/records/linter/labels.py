"""Latitude and longitude that are called so: in a sentence, a table, an address or the key of a record."""

import re

from .angles import DEGREE
from .findings import FindingKind, Match

NUMBER = r"[+-]?\d{1,3}(?:[.,]\d{1,15})?"
FINER = rf"(?: ?(?:{DEGREE}|[ :-]) ?\d{{1,2}}(?:[.,]\d{{1,8}})?(?: ?['m]?[ :-]? ?\d{{1,2}}(?:[.,]\d{{1,8}})?)?)"
VALUE = f"{NUMBER}{FINER}?"
KEY = r"(?:_[a-z]{1,8}){0,2}"
ARABIC = r"(?:خط|خطوط|دائره|درجه) ?(?:ال)?"
LATITUDE = rf"(?:(?<![a-z])(?:gps_?|geo_?|y_|m)?lat(?:itude)?s?{KEY}(?![a-z])|{ARABIC}عرض)"
LONGITUDE = rf"(?:(?<![a-z])(?:gps_?|geo_?|x_|m)?(?:lng|long?(?:itude)?)s?{KEY}(?![a-z])|{ARABIC}طول)"
ALONE = rf"(?:(?<![a-z])(?:gps_?|geo_?|[xy]_)?(?:lat(?:itude)?|lng|lon(?:gitude)?){KEY}(?![a-z])|{ARABIC}(?:عرض|طول))"
TO_VALUE = r"[^\d]{0,30}?"
TO_OTHER = r"[^\d]{0,40}?"
END = r"(?!\d)(?![.,]\d)"
PAIRS = [
    re.compile(rf"{first}{TO_VALUE}(?P<a>{VALUE}){TO_OTHER}{second}{TO_VALUE}(?P<b>{VALUE}){END}", re.IGNORECASE)
    for first, second in ((LATITUDE, LONGITUDE), (LONGITUDE, LATITUDE))
]
BEHIND = [
    re.compile(
        rf"(?<![\d.,])(?P<a>{VALUE})[ °(]{{0,3}}{first}{TO_OTHER}(?P<b>{VALUE})[ °(]{{0,3}}{second}", re.IGNORECASE
    )
    for first, second in ((LATITUDE, LONGITUDE), (LONGITUDE, LATITUDE))
]
AXES = re.compile(
    r"(?<![a-z\d])(?P<one>[xy]|north|east)[ :=\"']{1,4}(?P<a>[+-]?\d{1,3}[.,]\d{3,15})[^\w]{1,5}"
    r"(?!(?P=one))(?:[xy]|north|east)[ :=\"']{1,4}(?P<b>[+-]?\d{1,3}[.,]\d{3,15})",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    rf"(?:ال)?(?P<one>عرض|طول)[ :=]{{1,3}}[+-]?\d{{1,3}}[.,]\d{{3,15}}{TO_OTHER}(?!(?P=one))(?:عرض|طول)[ :=]{{1,3}}"
    r"[+-]?\d{1,3}[.,]\d{3,15}"
)
SINGLE = re.compile(
    rf"{ALONE}{TO_VALUE}[+-]?\d{{1,3}}(?:[.,]\d{{3,15}}| ?{DEGREE} ?\d{{1,2}}(?:[.,]\d{{1,8}})?){END}", re.IGNORECASE
)
EXACT = re.compile(r"\d[.,]\d|\d ?(?:°|deg|درج)|\d[ :-]\d")


def matches(text):
    """The places in a normalised text of which the halves are called by their names."""
    for pattern in (*PAIRS, *BEHIND):
        for found in pattern.finditer(text):
            if EXACT.search(found["a"]) or EXACT.search(found["b"]):
                yield Match(FindingKind.COORDINATES, found.start(), found.end(), "latitude and longitude")
    for rule, pattern in (("x and y", AXES), ("latitude and longitude", SPOKEN), ("latitude or longitude", SINGLE)):
        for found in pattern.finditer(text):
            yield Match(FindingKind.COORDINATES, found.start(), found.end(), rule)
