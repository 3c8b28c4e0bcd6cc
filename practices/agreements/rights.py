"""Who decides about an agreement beside its owner: those who speak for its parties, and editors."""

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_of


def decides(user, page, identity):
    """Whether `user` may end the agreement that a page tells of: they may know of it, and are an editor or a focal
    point of one of its parties, while nobody contests who speaks for that."""
    if not can(user, Action.KNOW, identity):
        return False
    focal = reader_of(user).deciding.focal_ids
    return can(user, Action.EDIT, identity) or any(row.organisation_id in focal for row in page.organisations.all())
