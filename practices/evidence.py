"""The cases that show a practice, and how strong that makes it: counted for each reader, of what they may know."""

from dataclasses import dataclass

from portal.linkage.ends import End, ends_for
from portal.linkage.queries import linked_keys
from practices.enums import Strength

SHOWN_BY = ("evidences",)


@dataclass(frozen=True)
class Evidence:
    """The strength of a practice and the cases that it rests on."""

    strength: Strength
    cases: tuple[End, ...]


def evidence_of(key, user):
    """The Evidence of the practice with this identity key, as far as `user` may know of its cases."""
    keys = linked_keys(key, user, kind="case_study", link_kinds=SHOWN_BY)
    cases = sorted(ends_for(keys, user).values(), key=lambda end: (end.title, end.code))
    return Evidence(Strength.of(len(cases)), tuple(cases))
