"""The sharing ladder: for each part of the data and each audience the finest form that may go there."""

WITHHELD = "nothing"
"""The last rung: not shared with this audience in any form."""
PUBLIC = frozenset({"public", "affected_people"})
HUMANITARIAN = frozenset({"members", "clusters", "ngos", "un_agencies", "red_cross_red_crescent"})
NAMED = frozenset({"named_organisations"})


def finest_form(steps, audience_keys):
    """The SharingStep with the finest form among those for one of the audiences (keys of Audience); None without one.

    Nothing is guessed for an audience of which no step speaks.
    """
    for_them = [step for step in steps if step.audience.key in audience_keys]
    return min(for_them, key=lambda step: rank_of(step.rung), default=None)


def rank_of(rung):
    """The place of a form on the ladder, from 1 (exact records) to 8 (nothing)."""
    return int(rung.attributes["rank"])


def stated(steps):
    """The steps that the owner stated; the others are proposals."""
    return [step for step in steps if step.is_stated]
