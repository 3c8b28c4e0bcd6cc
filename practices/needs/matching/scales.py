"""The orders that the vocabularies put things in: finer and coarser, more and less often, more and less open."""

from dataclasses import dataclass, field

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import AccessMethod, DataKind, GeographyLevel, SharingRung, UpdateFrequency

from .kinds import Relation, relations_of

_made = (None, None)


@dataclass(frozen=True)
class Scales:
    """All by key. `related`: of each kind of data asked for the kinds that answer it, and how. `levels`, `rungs`: the
    higher the finer. `rung_levels`: the level that a form gives, "" for none. `days`: between two updates, only where
    regular. `late`: days after which an update is overdue, and delinquent. `asks`: whether one must ask for data."""

    related: dict[str, dict[str, Relation]]
    levels: dict[str, int] = field(default_factory=dict)
    rungs: dict[str, int] = field(default_factory=dict)
    rung_levels: dict[str, str] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)
    late: dict[str, tuple[int, int]] = field(default_factory=dict)
    asks: dict[str, bool] = field(default_factory=dict)


def scales() -> Scales:
    """The Scales of the vocabularies as they are now; made anew when any term was written."""
    global _made
    kinds = kept_terms(DataKind)
    # The dictionary itself is kept until a term is written: the same one, the same vocabularies.
    if _made[0] is not kinds:
        _made = (kinds, _read(kinds))
    return _made[1]


def _read(kinds):
    rungs, frequencies = _attributes(SharingRung), _attributes(UpdateFrequency)
    return Scales(
        related=relations_of(kinds),
        levels=_numbers(_attributes(GeographyLevel), "rank"),
        rungs={key: -rank for key, rank in _numbers(rungs, "rank").items()},
        rung_levels={key: values.get("finest_geography", "") for key, values in rungs.items()},
        # Of irregular updates the code is negative or missing.
        days=_numbers(frequencies, "hdx_code"),
        late=_pairs(_numbers(frequencies, "overdue_at_age"), _numbers(frequencies, "delinquent_at_age")),
        asks={key: values.get("needs_request") == "yes" for key, values in _attributes(AccessMethod).items()},
    )


def _attributes(model):
    return {term.key: term.attributes for term in kept_terms(model).values()}


def _numbers(attributes, name):
    """The whole numbers of one column, where there is one."""
    return {key: int(values[name]) for key, values in attributes.items() if str(values.get(name, "")).isdigit()}


def _pairs(one, other):
    return {key: (one[key], other[key]) for key in one.keys() & other.keys()}
