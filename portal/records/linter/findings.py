"""What the linter finds in a text: where it stands, what it is, and how many people may read it at the most."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level


class FindingKind(models.TextChoices):
    """What must not be read by more people than `widest`."""

    IDENTIFIER = "identifier", _("Number or document of a person")
    COORDINATES = "coordinates", _("Exact place")
    PHONE = "phone", _("Telephone number")
    EMAIL = "email", _("E-mail address of a person")

    @property
    def widest(self):
        """The widest Level whose people may read it."""
        return WIDEST[self]


WIDEST = {
    FindingKind.IDENTIFIER: Level.OWNER,
    FindingKind.COORDINATES: Level.NAMED,
    FindingKind.PHONE: Level.MEMBERS,
    FindingKind.EMAIL: Level.MEMBERS,
}


@dataclass(frozen=True)
class Finding:
    """`what` are the words of the text from `start` to `end`; `rule` is the name of what found them."""

    kind: FindingKind
    start: int
    end: int
    what: str
    rule: str

    @property
    def widest(self):
        """The widest Level whose people may read it."""
        return self.kind.widest


@dataclass(frozen=True)
class Match:
    """The same in a normalised text, before its place in the original is known."""

    kind: FindingKind
    start: int
    end: int
    rule: str


def without_overlaps(matches):
    """The matches in their order; of those that overlap the one for the fewest people, then the longest."""
    kept = []
    for match in sorted(matches, key=lambda each: (each.start, -each.end)):
        if kept and match.start < kept[-1].end:
            kept[-1] = max(kept[-1], match, key=_weight)
        else:
            kept.append(match)
    return kept


def _weight(match):
    return match.kind.widest.rank, match.end - match.start
