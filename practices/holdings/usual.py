"""The usual ladder of data of certain kinds: a proposal drawn from the vocabularies, for its owner to confirm.

A country's information sharing protocol and the owner always win over it.
"""

from portal.taxonomy.kept import kept_by_key
from portal.taxonomy.models import Audience, GeographyLevel, Sensitivity
from practices.holdings.ladder import ASKED_FIRST, WITHHELD, forms, rank_of
from practices.holdings.models.rows import SharingStep

NOT_ASSESSED = "high"
"""What is not assessed counts as this."""
MOST = "severe"
EVERYONE = "public"
COARSEST = "adm0"
RECORDS, COUNTS = "records", {"counts", "figure", "text"}
"""What a form gives, by the column `gives` of the vocabulary."""


def usual_ladder(data_kinds, finest_level=None):
    """Unsaved SharingSteps, none of them stated: for each kind the finest usual form for each of three audiences, none
    finer than what is held (a GeographyLevel, None where nobody knows)."""
    audiences, rungs = kept_by_key(Audience), forms()
    return [
        SharingStep(
            data_kind=kind,
            audience=audiences[key],
            rung=as_held(_usual(kind, audiences[key], rungs, audiences), finest_level),
        )
        for kind in data_kinds
        for key in ASKED_FIRST
    ]


def as_held(rung, finest_level):
    """A form, or where it is finer than what is held the finest that is not."""
    held, levels = _rank(finest_level), kept_by_key(GeographyLevel)
    if held is None:
        return rung
    # One figure, or words, can be told of whatever is held.
    held = max(held, _rank(levels[COARSEST]))
    candidates = (rung, *(each for each in forms() if rank_of(each) > rank_of(rung)))
    return next(
        each for each in candidates if (_rank(levels.get(each.attributes.get("finest_geography"))) or 0) <= held
    )


def _rank(level):
    rank = level.attributes.get("rank", "") if level else ""
    return int(rank) if str(rank).isdigit() else None


def _usual(kind, audience, rungs, audiences):
    """The finest form that may go to the public anyway, or whose sensitivity allows this audience."""
    public = kind.attributes.get("usual_public_rung") or WITHHELD
    for rung in rungs:
        if rung.key == public or (audience.key != EVERYONE and _may_go(kind, rung, audience, audiences)):
            return rung
    return rungs[-1]


def _may_go(kind, rung, audience, audiences):
    widest = audiences[_sensitivity_of(kind, rung).attributes["widest_audience"]]
    return rung.key != WITHHELD and _breadth(audience) >= _breadth(widest)


def _sensitivity_of(kind, rung):
    """Records are as sensitive as the stricter of kind and form; counts as their form; what is severe is so until it
    is counted."""
    levels = kept_by_key(Sensitivity)
    of_kind = levels[kind.attributes.get("default_sensitivity") or NOT_ASSESSED]
    of_form = levels[rung.attributes.get("default_sensitivity") or NOT_ASSESSED]
    gives = rung.attributes["gives"]
    if gives == RECORDS or (of_kind.key == MOST and gives not in COUNTS):
        return max(of_kind, of_form, key=lambda level: int(level.attributes["rank"]))
    return of_form


def _breadth(audience):
    """From 1 for everyone to 13 for the owner alone."""
    return int(audience.attributes["breadth_rank"])
