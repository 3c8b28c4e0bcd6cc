"""How far an idea is: by the last step of its timeline; one without any was proposed when it was published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.taxonomy.kept import kept_by_key, kept_terms
from portal.taxonomy.models import IdeaState
from practices.partnerships.models.life import IdeaChange

PROPOSED, MERGED = "proposed", "merged"
"""The state in which an idea begins, and that in which another one goes on for it."""


@dataclass(frozen=True)
class Stands:
    """The state of an idea, and since when; None for one that has had no step since it was published."""

    state: IdeaState
    since: datetime | None = None

    @property
    def is_open(self):
        """Whether something may still come of it."""
        return self.state.flag("is_open")


def stands(key: UUID) -> Stands:
    """How far the idea with this identity key is."""
    return stands_of([key])[key]


def standing_by(changes) -> Stands:
    """The same by the steps of its timeline (IdeaChanges of it alone), in their order."""
    if not changes:
        return Stands(state_of_key(PROPOSED))
    return Stands(kept_terms(IdeaState)[changes[-1].state_id], changes[-1].at)


def stands_of(keys: Iterable[UUID]) -> dict[UUID, Stands]:
    """The same of many, by key. One query."""
    keys = list(keys)
    states = kept_terms(IdeaState)
    found = dict.fromkeys(keys, Stands(state_of_key(PROPOSED)))
    rows = IdeaChange.objects.filter(identity__in=keys).order_by("pk")
    return found | {key: Stands(states[state], at) for key, state, at in rows.values_list("identity", "state", "at")}


def state_of_key(key) -> IdeaState:
    """The state with that key. Raises LookupError where there is none."""
    return kept_by_key(IdeaState)[key]


def next_states(state) -> list[IdeaState]:
    """The states that may follow one, in their order, as the vocabulary says: without `merged`, which takes two."""
    return [term for key in may_follow(state) if key != MERGED for term in [state_of_key(key)]]


def may_follow(state) -> list[str]:
    """The keys of all states that may follow."""
    said = str(state.attributes.get("next_states") or "")
    return [key.strip() for key in said.split(";") if key.strip()]
