"""Places in links to maps and in snippets of geographic data."""

import re

from .findings import FindingKind, Match

NUMBER = r"[+-]?\d{1,3}(?:\.\d{1,20})?"
FINE = r"[+-]?\d{1,3}\.\d{2,20}"
ROUGH = r"[+-]?\d{1,3}\.\d{1,20}"
COMMA = r"(?:,|%2c|;|%3b)(?:\+|%20| )?"
STEPS = r"\d{1,3}_(?:\d{1,2}(?:\.\d{1,6})?_){1,2}"
RULES = {
    "geo: address": rf"\bgeo:(?:0,0\?q=)?{NUMBER}{COMMA}{NUMBER}",
    "link to a map": (
        rf"(?:[@=/?:]|%40|%3a)(?:{FINE}(?:{COMMA}|~|%7e){FINE}|{ROUGH},{ROUGH},\d{{1,3}}(?:\.\d{{1,3}})?[zma])"
    ),
    "pin of a map": rf"!3d{NUMBER}!4d{NUMBER}|!2d{ROUGH}!3d{ROUGH}",
    "section of a map": rf"#(?:map=|@)?\d{{1,2}}(?:\.\d{{1,2}})?/{ROUGH}/{ROUGH}",
    "degrees in an address": rf"{STEPS}[NS]_{STEPS}[EW]",
    "short link to a map": (
        r"(?:maps\.app\.goo\.gl|goo\.gl/maps|g\.co/maps|osm\.org/go|maps\.apple(?:\.com)?/p|w3w\.co|plus\.codes|"
        r"openstreetmap\.org/(?:node|way|go)|waze\.com/ul/h?)[/?]?[^\s\"'<>]{4,60}"
    ),
    "WKT": (
        rf"\b(?:multi)?(?:point|linestring|polygon|curve|surface)(?: ?[zm]{{1,2}})? ?(?:\( ?){{1,4}}{NUMBER} {NUMBER}"
    ),
    "EWKB": r"\b0(?:101|102|103|104|105|106)000020[0-9a-f]{24,4000}",
    "GeoJSON": rf"[\"']?coordinates[\"']?\s?:\s?(?:\[\s?){{1,4}}{NUMBER}\s?,\s?{NUMBER}",
    "KML": rf"<coordinates>\s?{NUMBER},{NUMBER}",
    "GML": rf"<(?:gml:)?(?:pos|posList|coordinates)(?:\s[^<>]{{0,80}})?>\s?{NUMBER}[ ,]{NUMBER}",
    "GPX": rf"\blat=[\"']{NUMBER}[\"']\s?lon=[\"']{NUMBER}[\"']",
}
PATTERNS = [(rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in RULES.items()]


def matches(text):
    """The places in links and snippets of a normalised text."""
    for rule, pattern in PATTERNS:
        for found in pattern.finditer(text):
            yield Match(FindingKind.COORDINATES, found.start(), found.end(), rule)
