"""What of an action changes while it stays the same: who does it, by when, its words."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.actions.enums import Act
from events.actions.rights import may_change
from events.actions.sources import may
from events.actions.telling import tell_of_action
from portal.access.enums import Action
from portal.directory.rights import require

from .moving import locked, moved, new_link_key, require_allowed, require_near, require_sees


@transaction.atomic
def hand_on(*, action, by, organisation, person=None, person_email="", note=""):
    """Another organisation is in charge, or another person of it; the new ones are told. Returns the ActionUpdate.

    Raises PermissionDenied for who may not; ValidationError, by field, for what is closed or stays as it is, and for an
    organisation or a person that could not see it.
    """
    return handed_on(_changed(action, by), by, organisation, person, person_email, note)


def handed_on(action, by, organisation, person=None, person_email="", note=""):
    """The same for an action that is locked and that `by` may change."""
    _require_open(action)
    before, person_email = action.organisation, "" if person else person_email.strip().lower()
    now = (action.organisation_id, action.person_id, action.person_email)
    if now == (organisation.pk, person and person.pk, person_email):
        raise ValidationError({"organisation": _("It is theirs already.")})
    _require_sees(action, organisation)
    require_sees(person, action.identity)
    action.organisation, action.person, action.person_email = organisation, person, person_email
    new_link_key(action)
    facts = {"organisation_before": before, "organisation": organisation}
    update = moved(action, Act.HAND_ON, by=by, note=_note(action, note), **facts)
    tell_of_action(action, update)
    return update


@transaction.atomic
def change_due(*, action, by, due_on, note=""):
    """It is due on another day. Returns the ActionUpdate; raises as `hand_on` does."""
    return made_due(_changed(action, by), by, due_on, note)


def made_due(action, by, due_on, note=""):
    """The same for an action that is locked and that `by` may change."""
    _require_open(action)
    if action.due_on == due_on:
        raise ValidationError({"due_on": _("It is due on that day already.")})
    require_near(due_on)
    before, action.due_on = action.due_on, due_on
    return moved(action, Act.CHANGE_DUE, by=by, note=_note(action, note), due_before=before, due_on=due_on)


@transaction.atomic
def edit_action(*, action, by, title, details="", countries=(), sectors=(), led_to=()):
    """Other words, countries, sectors, or entries (identities) that it led to. Its address stays. Returns the
    ActionUpdate, None where all stays as it was; raises PermissionDenied for who may not, ValidationError for words
    that must not stand here."""
    action = _changed(action, by)
    rows = {"countries": countries, "sectors": sectors, "led_to": led_to}
    before = _told(action, {name: getattr(action, name).all() for name in rows})
    action.title, action.details = " ".join(title.split()), details.strip()
    if _told(action, rows) == before:
        return None
    texts = {"title": (_("What"), action.title), "details": (_("More about it"), action.details)}
    require_allowed(texts, action.identity)
    for name, values in rows.items():
        getattr(action, name).set(values)
    return moved(action, Act.EDIT, by=by)


def _told(action, rows):
    """Its words, and the keys of what it names."""
    return action.title, action.details, {name: {each.pk for each in values} for name, values in rows.items()}


def _changed(action, by):
    """The action, locked, which `by` may change now."""
    action = locked(action)
    require(may_change(by, action))
    return action


def _require_open(action):
    if not action.is_open:
        raise ValidationError(_("%s is closed. Open it again first.") % action.code)


def _note(action, note):
    note = note.strip()
    require_allowed({"note": (_("Your note"), note)}, action.identity)
    return note


def _require_sees(action, organisation):
    """Handing on shows nothing to anybody: of what is not for all members, the new organisation must be a reader."""
    if not may(organisation, Action.KNOW, action):
        raise ValidationError({"organisation": _("It could not see this action. Ask the editors to name it first.")})
