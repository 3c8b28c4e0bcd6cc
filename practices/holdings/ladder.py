"""The sharing ladder: for each part of the data and each audience the finest form that may go there."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.records.from_to import shortened
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import SharingRung

WITHHELD = "nothing"
"""The last form: not shared with this audience at all."""
FORMS = ("exact", "buffered", "adm4", "adm2_count", "adm1_count", "national_figure", "narrative_only", WITHHELD)
"""The keys of the forms that every ladder shows, from the finest (a fixed vocabulary)."""
PUBLIC = frozenset({"public", "affected_people"})
HUMANITARIAN = frozenset({"members", "clusters", "ngos", "un_agencies", "red_cross_red_crescent"})
NAMED = frozenset({"named_organisations"})
GROUPS = (
    (_("Public and affected people"), PUBLIC),
    (_("Humanitarian organisations here"), HUMANITARIAN),
    (_("Named organisations"), NAMED),
)
"""The audiences as people ask for them, each with the keys of `Audience` that belong to it."""
MOST_KINDS = 2
"""Named beside a form in one line."""
ASKED_FIRST = ("public", "clusters", "named_organisations")
"""The audience that stands for each group where a step is written."""


@dataclass(frozen=True)
class Rung:
    """One form of a ladder as it is drawn: what may go to the audience in this form and no finer."""

    label: str
    steps: tuple
    is_open: bool
    """Whether anything may go there in this form or a finer one."""


@dataclass(frozen=True)
class Ladder:
    """What one audience may get, from the finest form to nothing."""

    audience: str | Promise
    rungs: tuple[Rung, ...]


def finest_form(steps, audience_keys):
    """The SharingStep with the finest form among those for one of the audiences (keys of Audience); None without one.

    Nothing is guessed for an audience of which no step speaks.
    """
    for_them = [step for step in steps if step.audience.key in audience_keys]
    return min(for_them, key=lambda step: rank_of(step.rung), default=None)


def finest_in_words(steps, audience_keys, nameable=None):
    """The finest form for these audiences, with the kinds of data that it is for where other kinds go less fine; ""
    where no step speaks of them.

    Only kinds that are `nameable` are named (DataKinds; None: all). A part never is: it is in the writer's own words,
    for readers of the details.
    """
    finest = finest_form(steps, audience_keys)
    if finest is None:
        return ""
    best = _best_of_each_part(steps, audience_keys)
    here = [step for step in best if step.rung.key == finest.rung.key]
    kinds = [step.data_kind for step in here if step.data_kind and (nameable is None or step.data_kind in nameable)]
    if len(here) == len(best) or not kinds:
        return finest.rung.label
    names = [kind.label for kind in kinds]
    return gettext("%(form)s (%(kinds)s)") % {"form": finest.rung.label, "kinds": shortened(names, MOST_KINDS)}


def _best_of_each_part(steps, audience_keys):
    """Who belongs to several audiences gets each part in the finest of their forms."""
    parts = {}
    for step in steps:
        parts.setdefault((step.data_kind_id, step.part), []).append(step)
    return [best for part in parts.values() if (best := finest_form(part, audience_keys))]


def forms():
    """The SharingRungs of FORMS, from the finest."""
    found = {rung.key: rung for rung in kept_terms(SharingRung).values()}
    return [found[key] for key in FORMS]


def rank_of(rung):
    """The place of a form on the ladder, from 1 (exact records) to 8 (nothing)."""
    return int(rung.attributes["rank"])


def stated(steps):
    """The steps that the owner stated; the others are proposals."""
    return [step for step in steps if step.is_stated]


def proposed(steps):
    """The steps that nobody has stated: they are never drawn on one ladder with stated ones."""
    return [step for step in steps if not step.is_stated]


def drawn(steps):
    """A Ladder for each audience of which the steps speak: the three groups first, then others by their own name."""
    grouped = {}
    for step in steps:
        grouped.setdefault(_place(step.audience), []).append(step)
    return [_ladder(label, grouped[place, label]) for place, label in sorted(grouped, key=lambda key: key[0])]


def _place(audience):
    for number, (label, keys) in enumerate(GROUPS):
        if audience.key in keys:
            return number, label
    return len(GROUPS) + audience.sort_order, audience.label


def _ladder(audience, steps):
    finest = min((rank_of(step.rung) for step in steps if step.rung.key != WITHHELD), default=None)
    return Ladder(audience, tuple(_rung(rung, steps, finest) for rung in _forms_with(steps)))


def _forms_with(steps):
    """All forms, and those of the steps that are none of them any more."""
    return sorted({rung.key: rung for rung in (*forms(), *(step.rung for step in steps))}.values(), key=rank_of)


def _rung(rung, steps, finest):
    here = tuple(step for step in steps if step.rung.key == rung.key)
    return Rung(rung.label, here, rung.key != WITHHELD and finest is not None and finest <= rank_of(rung))
