"""What a world of the oracles is to hold: each kind at each level, and what else differs once."""

from dataclasses import dataclass
from itertools import cycle
from typing import Any

from wagtail.models import Page

from portal.access.enums import Level
from portal.records.registry import kinds

PAIRS = [(listed, details) for listed in Level for details in Level if details.rank >= listed.rank]
PUBLIC = (Level.PUBLIC, Level.PUBLIC)
MEMBERS = (Level.MEMBERS, Level.MEMBERS)
HIDDEN = (Level.OWNER, Level.OWNER)
PUBLIC_CARD = (Level.PUBLIC, Level.NAMED)
EVERY_KIND = {*((level, level) for level in Level), PUBLIC_CARD}


@dataclass(frozen=True)
class Spec:
    """What one record is to be: `parties` are ours, kept (by us, owned by others) or theirs."""

    kind: Any
    listed: Level
    details: Level
    parties: str = "ours"
    state: str = "published"

    @property
    def name(self):
        return f"{self.kind.key} {self.listed} {self.details} {self.parties} {self.state}"


def specs():
    """Each kind at each level, with a public card that has narrower details, and one withdrawn. What else differs by
    levels, parties or state goes round among the kinds, once each: the decision knows no kind, and both oracles have
    five minutes.
    """
    found = []
    for kind in kinds():
        found += [Spec(kind, *pair) for pair in PAIRS if pair in EVERY_KIND]
        found.append(Spec(kind, *PUBLIC, "ours", "withdrawn"))
    restricted = [pair for pair in PAIRS if pair != PUBLIC]
    others = [(*pair, "ours") for pair in PAIRS if pair not in EVERY_KIND]
    others += [(*pair, "theirs") for pair in restricted]
    others += [(listed, Level.OWNER, "kept") for listed in Level]
    others += [(*PUBLIC, "ours", state) for state in ("draft", "waiting")]
    others.append((Level.MEMBERS, Level.NAMED, "ours", "translated"))
    pages = cycle(kind for kind in kinds() if is_page(kind))
    return found + [Spec(kind, *other) for kind, other in zip(pages, others, strict=False)]


def extras(*of):
    """For each kind (of those given) the record that world B has and world A has not."""
    return [Spec(kind, *HIDDEN, "ours", "extra") for kind in of or kinds()]


def is_page(kind):
    return issubclass(kind.model, Page)
