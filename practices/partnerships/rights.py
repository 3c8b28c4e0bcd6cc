"""Who may do what with an idea beside reading it."""

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_of, takes_part
from portal.directory.models import Organisation
from portal.notifications.naming import published

IDEA = "idea"
"""The key of the kind."""


def may_take_part(user, identity):
    """Whether somebody may support a published idea and discuss it: members and editors who may read its details."""
    is_idea = identity.kind == IDEA and identity.withdrawn_at is None
    return is_idea and takes_part(user) and can(user, Action.READ, identity) and published(identity).exists()


def may_move(user, identity):
    """Whether somebody may say how far it is: who wrote it, the focal points of its owner and keeper, and editors."""
    return may_take_part(user, identity) and can(user, Action.ASK, identity)


def answers_for(user, identity) -> list[Organisation]:
    """The organisations for which somebody may answer, and support it: those for which they speak."""
    return spoken_for(user) if may_take_part(user, identity) else []


def spoken_for(user) -> list[Organisation]:
    """The organisations for which somebody speaks while nobody contests it (`portal.directory.rights.speaks_for`), by
    what is known of a reader anyway."""
    focal = reader_of(user).deciding.focal_ids
    return list(Organisation.objects.live().filter(pk__in=focal).order_by("name_en", "pk")) if focal else []


def speaks_as(user, identity) -> Organisation | None:
    """The organisation that stands beside what they do with it: that of theirs which owns or keeps it, else the first;
    None for who belongs to none."""
    own = list(Organisation.objects.live().filter(pk__in=reader_of(user).organisation_ids).order_by("pk"))
    parties = {identity.owner_id, identity.custodian_id}
    return next(iter([*(each for each in own if each.pk in parties), *own]), None)
