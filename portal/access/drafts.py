"""Drafts are for who wrote them: what the levels of a record say begins when it is published."""

from django.contrib.auth import get_user_model

from portal.access.enums import Action, Level, Relation
from portal.access.models import RecordIdentity
from portal.access.models.scope import TABLE, WRITERS, any_of, rows_of
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.relations import stands_in


def may_write(user, identity, *, is_draft):
    """Whether `user`, an active member, may write the next draft of a record outside the admin.

    Where nothing of it was published yet (`is_draft`), who wrote it, whatever its level; afterwards who may WRITE, as
    long as they may read all of it: who wrote it, the focal points of its owner and keeper, and, a part of it, whom it
    names to run what it is about. Of a withdrawn record nobody, and nobody for an organisation that is frozen.
    """
    if identity is None or identity.withdrawn_at is not None:
        return False
    if is_draft:
        return is_writer(user, identity)
    return can(user, Action.READ, identity) and can(user, Action.WRITE, identity)


def writes_all(user, identity):
    """Whether somebody who may write at a record may write all of it, and ask for who sees it: not who only runs what
    it is about."""
    return stands_in(reader_of(user).deciding, identity, WRITERS)


def writing_all(reader):
    """`writes_all` of many, as a Q over identities."""
    return any_of(WRITERS, reader, RecordIdentity.objects)


def writing(reader):
    """A Q over the identities at which a Reader may WRITE, of those that they may read."""
    # The table says the same at each level.
    return any_of(TABLE[Action.WRITE][Level.PUBLIC], reader, RecordIdentity.objects)


def is_writer(user, identity):
    """Whether `user` is among who wrote the record and may go on: while they belong to its owner or keeper, if there is
    one, and it is not frozen."""
    return stands_in(reader_of(user).deciding, identity, {Relation.CONTRIBUTOR})


def writers(identity):
    """The users who are its writers now."""
    users = get_user_model().objects.filter(contributed_identities=identity.pk)
    return {user for user in users if is_writer(user, identity)}


def written_by(user):
    """The identities of which `user` is a writer: `is_writer` of many."""
    identities = RecordIdentity.objects
    return identities.filter(rows_of(Relation.CONTRIBUTOR, reader_of(user).deciding, identities))


def left_by(user):
    """The identities at which `user`, an active member, wrote once and writes no more: their own words stay theirs to
    read (portal.desk.contribute.past_drafts)."""
    if not reader_of(user).is_member:
        return RecordIdentity.objects.none()
    return RecordIdentity.objects.filter(contributors=user.pk).exclude(pk__in=written_by(user).values("pk"))
