"""What must not stand in a text of the portal: exact places, telephone numbers, numbers and mailboxes of persons.

`find(text)` is pure and takes time in proportion to the text. A file each holds the rules of one family; they read a
normalised text (digits.py), so that they know one kind of digit, degree, minus and space.
"""

from . import angles, grids, labels, mailboxes, map_links, pairs, persons, phones
from .addresses import written_out
from .digits import normalise
from .findings import Finding, FindingKind, without_overlaps

FAMILIES = (pairs, angles, labels, grids, map_links, phones, persons, mailboxes)

__all__ = ["Finding", "FindingKind", "find"]


def find(text: str) -> list[Finding]:
    """The Findings in a text, in their order and without overlaps; their places are those of `text` as given."""
    found = [Finding(each.kind, *place, text[slice(*place)], each.rule) for each, place in _matches(text)]
    for start, end, address in written_out(text):
        # What is hidden in an address by its escapes stands somewhere in it.
        found += [Finding(each.kind, start, end, text[start:end], each.rule) for each, _place in _matches(address)]
    return without_overlaps(found)


def _matches(text):
    """Each Match in a text with its place in it."""
    normalised = normalise(text)
    found = (match for family in FAMILIES for match in family.matches(normalised.text))
    return [(match, normalised.span(match.start, match.end)) for match in without_overlaps(found)]
