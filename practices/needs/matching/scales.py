"""The orders that the vocabularies put things in: finer and coarser, more and less often, more and less open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.taxonomy.kept import kept_by_key, kept_terms
from portal.taxonomy.models import AccessMethod, DataKind, GeographyLevel, SharingRung, UpdateFrequency
from practices.holdings.audiences import kinds_above
from practices.holdings.freshness import days_between

from .kinds import Relation, relations_of

ASKS = {"yes": True, "no": False}
"""What stands in the vocabulary of ways to get data; of a way that an editor added perhaps nothing."""
_made = (None, None)


@dataclass(frozen=True)
class Scales:
    """All by key. `related`: of each kind of data asked for the kinds that answer it, and how. `levels`, `rungs`: the
    higher the finer. `rung_levels`: the level that a form gives, "" for none. `days`: between two updates, only where
    regular. `frequencies`: their columns of the vocabulary. `asks`: whether one must ask for data, where that is known.
    `limited`: ways that are
    open to some without asking. `above`: of a kind of organisation the keys from itself to the broadest."""

    related: dict[str, dict[str, Relation]]
    levels: dict[str, int] = field(default_factory=dict)
    rungs: dict[str, int] = field(default_factory=dict)
    rung_levels: dict[str, str] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)
    frequencies: dict[str, Mapping[str, str]] = field(default_factory=dict)
    asks: dict[str, bool] = field(default_factory=dict)
    limited: frozenset[str] = frozenset()
    above: dict[str, tuple[str, ...]] = field(default_factory=dict)


def scales() -> Scales:
    """The Scales of the vocabularies as they are now; made anew when any term was written."""
    global _made
    kinds = kept_terms(DataKind)
    # The dictionary itself is kept until a term is written: the same one, the same vocabularies.
    if _made[0] is not kinds:
        _made = (kinds, _read(kinds))
    return _made[1]


def _read(kinds):
    rungs, frequencies, methods = map(_attributes, (SharingRung, UpdateFrequency, AccessMethod))
    return Scales(
        related=relations_of(kinds),
        levels=_numbers(_attributes(GeographyLevel), "rank"),
        rungs={key: -rank for key, rank in _numbers(rungs, "rank").items()},
        rung_levels={key: values.get("finest_geography", "") for key, values in rungs.items()},
        days={key: days for key, values in frequencies.items() if (days := days_between(values)) is not None},
        frequencies=frequencies,
        asks={key: ASKS[said] for key, values in methods.items() if (said := values.get("needs_request")) in ASKS},
        limited=frozenset(key for key, values in methods.items() if values.get("eu_access_right") == "RESTRICTED"),
        above=kinds_above(),
    )


def _attributes(model):
    return {key: term.attributes for key, term in kept_by_key(model).items()}


def _numbers(attributes, name):
    """The whole numbers of one column, where there is one."""
    return {key: int(values[name]) for key, values in attributes.items() if str(values.get(name, "")).isdigit()}
