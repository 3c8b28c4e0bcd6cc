"""What was found in a record, in sentences for its author, and what of it too many people would read."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.access.enums import Level, Zone

from . import find
from .findings import Finding
from .passages import passages_of

MOST_WORDS = 60
"""Characters of what was found that a sentence repeats."""
MOST_NAMED = 5
"""Findings that a sentence names."""
ISOLATED, ISOLATED_END = "\u2068", "\u2069"
"""Around words that keep their own direction: in an Arabic sentence the two numbers of a place would change sides."""
UNCERTAIN = "address that names no role"


class TooOpen(PermissionDenied):
    """More people would read it than may: its text says what, where, and who may."""


@dataclass(frozen=True)
class Told:
    """Something found in a record: where it stands, in the words of the form, in which zone readers see it, and the
    name of its field or rows ("" outside the records)."""

    where: str
    zone: Zone
    finding: Finding
    name: str = ""

    def __str__(self):
        words = " ".join(self.finding.what.split())
        words = words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…"
        return _("%(field)s: “%(words)s” (%(kind)s). At most for: %(people)s.") % {
            "field": self.where,
            "words": f"{ISOLATED}{words}{ISOLATED_END}",
            "kind": self.finding.kind.label,
            "people": self.finding.widest.label,
        }

    def is_too_open(self, listed_to, details_to):
        """Whether more people would read it than may, where the record has these levels."""
        level = {Zone.CARD: listed_to, Zone.DETAILS: details_to}.get(self.zone, Level.OWNER)
        return Level(level).rank < self.finding.widest.rank


def told_of(record, rows=None):
    """What is found in a page of a registered kind: a list of Told; `rows` as in `passages_of`."""
    return [
        Told(passage.where, passage.zone, finding, passage.name)
        for passage in passages_of(record, rows)
        for finding in find(passage.text)
        if not (passage.is_mailbox and finding.rule == UNCERTAIN)
    ]


def refusal(told, levels):
    """The sentences that stop a publication to `levels` (what has `listed_to` and `details_to`); "" if nothing does."""
    return _sentences(too_open(told, levels), _("Take it out, or show the entry to fewer people."))


def too_open(told, levels):
    """Those of a list of Told that stop a publication to `levels`."""
    return [each for each in told if each.is_too_open(levels.listed_to, levels.details_to)]


def refusal_of_short_text(text, where, level):
    """The sentences that refuse a text beside the entries, which passes no review and is for who has `level`; "" if
    nothing in it speaks against that. `where` names its field."""
    told = [Told(str(where), Zone.CARD, finding) for finding in find(text)]
    return _sentences([each for each in told if each.is_too_open(level, level)], _("Take it out."))


def _sentences(found, ask):
    lead = _("Something in it is for fewer people than would read it.")
    return " ".join([lead, *map(str, found), ask]) if found else ""


def refusal_of_open_words(text, is_mailbox=False):
    """The sentence that refuses a text which everybody will read at once; "" if nothing in it speaks against that."""
    found = [each for each in find(text) if not (is_mailbox and each.rule == UNCERTAIN)]
    return _("Take this out: %s.") % named(found) if found else ""


def named(found):
    """What was found, in words: the first few of it."""
    said = dict.fromkeys(f"“{' '.join(each.what.split())[:MOST_WORDS]}” ({each.kind.label})" for each in found)
    return ", ".join(list(said)[:MOST_NAMED])


def require_within(record, levels):
    """Raises TooOpen when something in the page would be read by more people than may, with these levels."""
    if sentences := refusal(told_of(record), levels):
        raise TooOpen(sentences)
