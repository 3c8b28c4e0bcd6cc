"""What every act has in common: the row as it stands now, and the update that it leaves."""

from datetime import timedelta
from secrets import token_hex

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from events.actions.models import ActionUpdate, FollowUpAction
from portal.access.changes import announce
from portal.access.enums import Action, Level
from portal.access.policy import can
from portal.core.web_addresses import has_address
from portal.records.linter.gate import refusal_of_short_text

LONGEST_AHEAD = timedelta(days=3653)
"""Within ten years: what is due later is a slip of the pen, and no calendar shows it."""


def locked(action):
    """The row as it stands now, locked until the transaction ends."""
    return FollowUpAction.objects.select_for_update().get(pk=action.pk)


def moved(action, act, *, state=None, **facts):
    """Saves a locked action, with `state` in a new one, leaves an update, and lets lists know; returns the update."""
    before = action.state
    if state is not None and state != before:
        action.state, action.state_since = state, timezone.now()
    action.save()
    update = ActionUpdate.objects.create(action=action, act=act, state_before=before, state=action.state, **facts)
    announce(action.key)
    return update


def new_link_key(action):
    """What the link of the person without an account holds from now on: an older link ends."""
    action.link_key = token_hex(16) if action.person_email and action.is_open else ""


def require_sees(person, identity):
    """Raises ValidationError for a person in charge (None: nobody) who could not see the action."""
    if person is not None and not can(person, Action.KNOW, identity):
        raise ValidationError({"person": _("This member could not see the action. Choose another one.")})


def require_near(due_on):
    """Raises ValidationError for a day on which nothing is due that somebody does now."""
    if due_on > timezone.localdate() + LONGEST_AHEAD:
        raise ValidationError({"due_on": _("This day is more than ten years away. Give an earlier one.")})


def require_allowed(texts, levels):
    """Raises ValidationError, by field, for texts with something in them that those who read it must not read; `texts`
    are pairs of label and text by field, `levels` has `listed_to` and `details_to`."""
    refused = {}
    for name, (label, text) in texts.items():
        level = Level(levels.listed_to if name == "title" else levels.details_to)
        if sentence := refusal_of_short_text(text, label, level):
            refused[name] = sentence
    if "title" in texts and has_address(texts["title"][1]):
        refused["title"] = _("It goes by mail: write it without addresses of pages.")
    if refused:
        raise ValidationError(refused)
