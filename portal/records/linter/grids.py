"""Places by a grid or a code: MGRS, UTM, plus codes, ISO 6709, sentences of GPS receivers, three words, geohash."""

import re

from .findings import FindingKind, Match

NUMBER_OF_ZONE = r"(?:[1-9]|0[1-9]|[1-5]\d|60)"
BAND = "[C-HJ-NP-X]"
SQUARE = "[A-HJ-NP-Z][A-HJ-NP-V]"
NO_MONTH = r"(?!\d{1,2} ?(?:JAN|FEB|FEV|MAR|JUN|JUL|SEP|DEC|USD|GBP|XAF|HRS|SEC))"
CODE = "[23456789CFGHJMPQRVWX]"
HAS_DIGIT = f"(?=[{CODE[1:-1]}+]{{0,9}}[2-9])"
HAS_LETTER = "(?i:(?=[2-9]{0,7}[CFGHJMPQRVWX]))"
FIGURES = r"\d(?:[ '.,]?\d){4,6}(?:[.,]\d{1,3})?"
METRES = "(?:[.,]\\d{1,3})? ?(?:m ?)?"
BETWEEN = r"[ ,;/|&-]{1,3}"
EASTING = r"(?i:easting|est|e|x|شرق\w{0,3})"
NORTHING = r"(?i:northing|nord|n|y|شمال\w{0,3})"
EAST = rf"(?<![^\W_]){EASTING}[ :=]{{1,3}}{FIGURES}{METRES}"
NORTH = rf"(?<![^\W_]){NORTHING}[ :=]{{1,3}}{FIGURES}{METRES}"
AND = r"(?:[^\w]{1,5}|[ ,]{0,2}(?:and|et|و) ?)"
ANNOUNCED = (
    r"(?i:\b(?:MGRS|UTM|grid(?: ref(?:erence)?| square)?\.?|co-?ord(?:inate|onnee)?s|carroyage)|احداثي\w{0,4}|الشبكه)"
    r"[^\w\n]{0,3}(?i:no\.? |is |at |est )?[^\w\n]{0,2}"
)
RULES = {
    "MGRS": (
        rf"(?<![\w.,]){NO_MONTH}(?:{NUMBER_OF_ZONE}{BAND}[ /-]?|{NUMBER_OF_ZONE} {BAND} ){SQUARE}[ /-]?"
        r"(?P<figures>\d{1,5}[ /-]?\d{1,5})(?!\w)"
    ),
    "MGRS with a space": (
        rf"(?<![\w.,]){NO_MONTH}{NUMBER_OF_ZONE} {BAND}{SQUARE} (?P<figures>\d{{3,5}} \d{{3,5}})(?!\w)"
    ),
    "announced MGRS": (
        rf"(?i:\bMGRS\b[^\w\n]{{0,3}}(?:is |est |no\.? )?{NUMBER_OF_ZONE} ?{BAND}[ ,;/:-]{{0,3}}{SQUARE})"
        r"[ ,;/:-]{0,3}(?P<figures>\d{2,5}[ ,;/:-]{0,3}\d{2,5})(?!\w)"
    ),
    "MGRS in small letters": (
        rf"(?<![\w.,/-])(?!\d{{1,2}}[a-fA-F]{{3}})(?i:{NO_MONTH}{NUMBER_OF_ZONE}{BAND}{SQUARE})(?P<figures>\d{{4,10}})(?![\w-])"
    ),
    "UTM": (
        rf"(?<![\w.,])(?:{NUMBER_OF_ZONE} ?{BAND}|(?i:zone|UTM|fuseau|النطاق|المنطقه)[ :]{{1,2}}\d{{1,2}}"
        r" ?[A-Za-z]{0,5})"
        rf"[ ,:;=()-]{{0,3}}(?:{EASTING}[ :=]{{0,3}})?0?\d{{6}}{METRES}[Ee]?{BETWEEN}"
        rf"(?:{NORTHING}[ :=]{{0,3}})?\d{{6,7}}{METRES}[Nn]?(?!\d)"
    ),
    "UTM with letters": rf"(?<![\w.,])0?\d{{6}}{METRES}[Ee]{BETWEEN}\d{{6,7}}{METRES}[Nn](?!\w)",
    "easting and northing": rf"{EAST}{AND}{NORTH}(?!\d)",
    "northing and easting": rf"{NORTH}{AND}{EAST}(?!\d)",
    "announced grid": (
        ANNOUNCED + rf"(?:{SQUARE} ?\d{{2,5}} ?\d{{2,5}}|\d{{6,7}}{METRES}{BETWEEN}\d{{7}}|\d{{3,5}} \d{{3,5}})"
        r"(?!\w)(?![ ,.]\d)"
    ),
    "UTM behind": rf"(?<![\w.,])0?\d{{6}}{METRES}{BETWEEN}\d{{6,7}}{METRES}[^\d\n]{{0,20}}\b(?i:UTM|easting|northing)",
    "metres beside their name": (
        rf"(?i:(?<![a-z])(?:utm|eastings?|northings?|mgrs|co-?ord\w{{0,8}}|gps)(?![a-z])|احداثي\w{{0,4}}|شرقيات|شماليات)"
        rf"[^\d\n]{{0,40}}(?:0?\d{{6}}{METRES}{BETWEEN}\d{{7}}|\d{{7}}{METRES}{BETWEEN}0?\d{{6}}){METRES}(?![\d.,]\d)(?!\d)"
    ),
    "reference on a map": r"(?:(?i:grid ref(?:erence)?)|\bGR)[^\w\n]{0,3}(?i:no\.? )?(?:\d{6}|\d{8}|\d{10})(?!\w)",
    "plus code": (
        rf"(?<![\w+]){HAS_LETTER}(?:(?i:{CODE}{{8}}(?:\+|%2B){CODE}{{0,3}})|"
        rf"{HAS_DIGIT}{CODE}{{4}}(?:{CODE}{{2}})?\+{CODE}{{2,3}})(?!\w)"
    ),
    "announced plus code": (
        r"(?i:\bplus[ -]?codes?|open location code|\bolc)[^\w\n]{1,4}(?i:is |est )?"
        rf"(?i:{CODE}{{4,6}}\+{CODE}{{2,3}})(?!\w)"
    ),
    "compact degrees": (
        r"(?<![\w.])(?i:\d{4,6}(?:\.\d{1,4})?[NS][ ,/]?\d{5,7}(?:\.\d{1,4})?[EWO]|"
        r"[NS]\d{4,6}(?:\.\d{1,4})?[ ,/]?[EWO]\d{5,7}(?:\.\d{1,4})?|"
        r"\d{1,2}\.\d{2,8}°?[NS][,/]?\d{1,3}\.\d{2,8}°?[EWO])(?!\w)"
    ),
    "ISO 6709": (
        r"(?<![\d.])[+-]\d{2}(?:\d{2}){0,2}(?:\.\d{1,8})?[+-][01]\d{2}(?:\d{2}){0,2}(?:\.\d{1,8})?"
        r"(?:[+-]\d{1,5}(?:\.\d{1,3})?)?/"
    ),
    "ISO 6709 with decimals": r"(?<![\d.])[+-]\d{2}\.\d{2,8}[+-][01]?\d{2}\.\d{2,8}(?![\d.])",
    "sentence of a GPS receiver": r"\d{4}\.\d{2,6},[NS],\d{5}\.\d{2,6},[EW]",
    "three words": (
        r"(?<![:/\w])/{3}\w{2,20}\.\w{2,20}\.\w{2,20}|(?i:what3words|w3w)(?:\.com/|[^\w]{1,3})(?:\w{2,20}\.){2}\w{2,20}"
    ),
    "geohash": r"(?i:geo ?-?hash)[^\w]{1,4}[0-9b-hjkmnp-z]{5,12}(?!\w)",
}
PATTERNS = [(rule, re.compile(pattern)) for rule, pattern in RULES.items()]


def matches(text):
    """The places by grid or code in a normalised text."""
    for rule, pattern in PATTERNS:
        for found in pattern.finditer(text):
            if "figures" not in pattern.groupindex or _is_square(found["figures"]):
                yield Match(FindingKind.COORDINATES, found.start(), found.end(), rule)


def _is_square(figures):
    """As many figures for east as for north, two each or more: with fewer it is a square of ten kilometres."""
    count = sum(map(str.isdigit, figures))
    return count >= 4 and count % 2 == 0
