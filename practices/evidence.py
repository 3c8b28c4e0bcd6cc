"""The cases that show a practice, and how strong that makes it: counted for each reader, of what they may know."""

from dataclasses import dataclass

from portal.linkage.ends import End
from practices.enums import Strength

SHOWS = "evidences"
"""The kind of link from a case study to the practice that it is evidence for."""


@dataclass(frozen=True)
class Evidence:
    """The strength of a practice and the cases that it rests on."""

    strength: Strength
    cases: tuple[End, ...]


def evidence_in(links):
    """The Evidence among the links of a practice (portal.linkage)."""
    cases = tuple(
        dict.fromkeys(
            link.end for link in links if link.is_incoming and link.kind == SHOWS and link.end.kind == "case_study"
        )
    )
    return Evidence(Strength.of(len(cases)), cases)
