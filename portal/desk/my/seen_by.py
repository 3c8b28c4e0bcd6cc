""" "View as": another reader, through whom one looks at what one may see oneself."""

from portal.access.queries import visible_to
from portal.access.readers import VISITOR, Reader
from portal.directory.models import Organisation

NOBODY = 0
"""The number of no account: a reader without one would count as the holder of every organisation's permissions."""
MEMBER = Reader(user_id=NOBODY, is_member=True)


EVERYBODYS = {"visitor": VISITOR, "member": MEMBER}
"""Readers who see nothing that any member does not see: whole pages can be shown as they see them."""


def organisations_to_look_through(user):
    """The organisations that `user` may know of, by name."""
    return visible_to(Organisation.objects.live(), user).order_by("name_en")


def reader_to_look_through(word, user):
    """The Reader that `word` names (visitor, member, or the code of an organisation that `user` may know of) and what
    to call it; a pair of None and "" for anything else."""
    if word in EVERYBODYS:
        return EVERYBODYS[word], ""
    found = organisations_to_look_through(user).filter(code=word.upper()).first() if word else None
    if found is None:
        return None, ""
    return Reader(user_id=NOBODY, is_member=True, organisation_ids=frozenset({found.pk})), found.name
