"""Actions that are made of words of others, of a line of a session or a step of a plan: these are for who reads the
event or the idea, and so is the action."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.access.enums import Level


def reads(organisation, identity, level) -> bool:
    """Whether an organisation is among those for whom `level` (a Level of an identity) is."""
    if level in (Level.PUBLIC, Level.MEMBERS) or organisation.pk in {identity.owner_id, identity.custodian_id}:
        return True
    return level == Level.NAMED and identity.named_organisations.filter(pk=organisation.pk).exists()


def require_reader(organisation, source):
    """Raises ValidationError when an organisation may not read the source (an identity) of the words of an action: it
    would own the action, and be told of it by mail."""
    if not reads(organisation, source, Level(source.details_to)):
        said = _(
            "%(organisation)s may not read %(code)s, from which these words are: nothing was made of them. Let it read "
            "that first, choose another organisation, or add an action in other words."
        )
        raise ValidationError(said % {"organisation": organisation.short_name, "code": source.code})
