"""What a state of a need must bring along: a refusal its reason, a need that is met what meets it."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

OPEN, PARTLY_MET, MET, REFUSED, WITHDRAWN = "open", "partly_met", "met", "refused", "withdrawn"
STILL_OPEN = frozenset({"", OPEN, PARTLY_MET})
"""States (keys) in which somebody still asks; "" is a need whose state nobody has said."""
LOOKING = STILL_OPEN | {REFUSED}
"""States of a need for which something is looked for: what one holder refused another may give."""


ONLY_IN = {
    "refused_reason": frozenset({REFUSED}),
    "met_by": frozenset({PARTLY_MET, MET}),
    "what_was_tried": frozenset({PARTLY_MET, MET, REFUSED, WITHDRAWN}),
}
"""By field, the states in which there is something to say in it."""


def not_asked(need):
    """The fields in which a need has nothing to say in its state."""
    return [name for name, states in ONLY_IN.items() if key_of(need.state) not in states]


def key_of(state):
    """The key of a need's state; "" for none."""
    return state.key if state else ""


def problem_of(state, reason):
    """By field, a sentence on what is missing beside the state itself; empty when nothing is."""
    if key_of(state) == REFUSED and reason is None:
        return {"refused_reason": _("Say why it was refused: choose a reason, or another state.")}
    return {}


def problems_to_send(*, is_asked, is_for_a_decision, state):
    """By field, a sentence on what a need must say before anybody but its writers sees it: who asks, for which
    decision, and how far it is."""
    said = {
        "asked_by_types": (is_asked, _("Say who asks: an organisation with the role “Data user”, a kind, or words.")),
        "decision": (is_for_a_decision, _("Say for which decision: choose one, or describe it in a sentence.")),
        "state": (state, _("Say how far it is: choose a state, for example “Open”.")),
    }
    return {name: sentence for name, (is_there, sentence) in said.items() if not is_there}


def wrong_in(answers):
    """By field, a sentence on what cannot be right in newly given `answers`: a day that has passed already."""
    day = answers.get("needed_by")
    if day and day < timezone.localdate():
        return {"needed_by": _("This day has passed. Give a later one, or leave it empty.")}
    return {}


def problem_of_answers(state, answers):
    """A sentence when a need is said to be met and nothing says by what; None else."""
    if key_of(state) == MET and not answers:
        return _("Say what meets it: name an entry or describe it under “What meets it”, or choose “Partly met”.")
    return None
