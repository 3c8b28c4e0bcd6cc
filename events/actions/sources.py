"""Actions that are made of words of others, of a line of a session or a step of a plan: these are for who reads the
event or the idea, and so is the action."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_for


def may(organisation, action, identity) -> bool:
    """Whether an organisation as such may do this (an Action) with an entry: an action is theirs for good, so that what
    is opened to them for a time does not count."""
    return can(reader_for(organisation), action, identity)


def require_reader(organisation, source):
    """Raises ValidationError when an organisation may not read the source (an identity) of the words of an action: it
    would own the action, and be told of it by mail."""
    if not may(organisation, Action.READ, source):
        said = _(
            "%(organisation)s may not read %(code)s, from which these words are: nothing was made of them. Let it read "
            "that first, choose another organisation, or add an action in other words."
        )
        raise ValidationError(said % {"organisation": organisation.short_name, "code": source.code})
