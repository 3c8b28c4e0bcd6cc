"""The one table: for each action and level, how one must stand to a record. `can` and `scope_of` both read it."""

from portal.access.enums import Action, Level, Relation, Zone
from portal.access.models import RecordIdentity
from portal.access.models.scope import TABLE
from portal.access.readers import reader_of
from portal.access.relations import relations_of

ZONE_ACTION = {Zone.CARD: Action.KNOW, Zone.DETAILS: Action.READ, Zone.OWNER: Action.READ_OWN}
LEVEL_FIELD = {Action.READ: "details_to"}


def can(user, action, record, field=None):
    """Whether `user` may do `action` with `record`: a page, a model with `key`, or an identity.

    With `field`, whether they may read that field, by the zone that the record's kind gives it (`record.zone_of`).
    A missing record, or one without an identity row, is a refusal.
    """
    identity = identity_of(record)
    if identity is None:
        return False
    if field is not None:
        action = ZONE_ACTION[record.zone_of(field)]
    relations = relations_of(reader_of(user), identity)
    return _knows(relations, identity) and _may(relations, action, identity)


def identity_of(record):
    """The identity row of a page, of a model with `key`, or of an identity; None when there is none."""
    if record is None or isinstance(record, RecordIdentity):
        return record
    return RecordIdentity.objects.filter(pk=record.key).first()


def _knows(relations, identity):
    if identity.withdrawn_at is not None:
        return Relation.EDITOR in relations
    return _may(relations, Action.KNOW, identity)


def _may(relations, action, identity):
    level = Level(getattr(identity, LEVEL_FIELD.get(action, "listed_to")))
    return not relations.isdisjoint(TABLE[action][level])
