"""What the vocabulary says of the states of an action: their words, which may follow, which need a reason."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.actions.enums import State
from portal.core.languages import enumerated
from portal.taxonomy.kept import kept_by_key
from portal.taxonomy.models import ActionState


def term_of(state):
    """The ActionState of a State; LookupError when the vocabulary has none of that key."""
    return kept_by_key(ActionState)[state]


def next_states(state) -> tuple[State, ...]:
    """The States that may follow, in the order of the vocabulary."""
    said = str(term_of(state).attributes.get("next_states") or "").split(";")
    return tuple(each for each in State if each.value in {key.strip() for key in said})


def needs_note(state) -> bool:
    """Whether nobody may set it without saying why, or what was achieved."""
    return term_of(state).flag("needs_note")


def require_move(now, then, note):
    """Raises ValidationError, by field, unless an action may go from one State to the other with this note. It may also
    stay, with a note that says how far it is."""
    if now == then and not note:
        raise ValidationError({"note": _("Write how far it is, or choose another state.")})
    if now != then and then not in next_states(now):
        facts = {"now": term_of(now).label, "allowed": enumerated(term_of(each).label for each in next_states(now))}
        raise ValidationError({"state": _("It is “%(now)s”. What can follow: %(allowed)s.") % facts})
    if now != then and needs_note(then) and not note:
        raise ValidationError({"note": _("Say why, or what was achieved: “%s” needs a note.") % term_of(then).label})
