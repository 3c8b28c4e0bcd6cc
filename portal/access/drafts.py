"""Drafts are for who wrote them: what the levels of a record say begins when it is published."""

from portal.access.enums import Action, Relation
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.relations import stands_in

WRITERS = frozenset({Relation.CONTRIBUTOR, Relation.OWNER, Relation.KEEPER})


def may_write(user, identity, *, is_draft):
    """Whether `user`, an active member, may write the next draft of a record outside the admin.

    Where nothing of it was published yet (`is_draft`), who wrote it, whatever its level; afterwards who wrote it and
    the focal points of its owner and keeper, as long as they may read all of it. Of a withdrawn record nobody.
    """
    if identity is None or identity.withdrawn_at is not None:
        return False
    reader = reader_of(user)
    if is_draft:
        return stands_in(reader, identity, {Relation.CONTRIBUTOR})
    return can(user, Action.READ, identity) and stands_in(reader, identity, WRITERS)
