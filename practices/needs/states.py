"""What a state of a need must bring along: a refusal its reason, a need that is met what meets it."""

from django.utils.translation import gettext_lazy as _

OPEN, PARTLY_MET, MET, REFUSED, WITHDRAWN = "open", "partly_met", "met", "refused", "withdrawn"
STILL_OPEN = frozenset({"", OPEN, PARTLY_MET})
"""States (keys) in which somebody still asks; "" is a need whose state nobody has said."""
LOOKING = STILL_OPEN | {REFUSED}
"""States of a need for which something is looked for: what one holder refused another may give."""


def key_of(state):
    """The key of a need's state; "" for none."""
    return state.key if state else ""


def problem_of(state, reason):
    """By field, a sentence on what is missing beside the state itself; empty when nothing is."""
    if key_of(state) == REFUSED and reason is None:
        return {"refused_reason": _("Say why it was refused: choose a reason, or another state.")}
    return {}


def problem_of_answers(state, answers):
    """A sentence when a need is said to be met and nothing says by what; None else."""
    if key_of(state) == MET and not answers:
        return _("Say what meets it: name an entry or describe it under “What meets it”, or choose “Partly met”.")
    return None
