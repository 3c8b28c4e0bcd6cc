"""The decision about one record. The same table makes `visible_to`, the decision about many (models/scope.py)."""

from portal.access.enums import Action, Level
from portal.access.models import RecordIdentity
from portal.access.models.scope import DECISIONS, KNOW, TABLE, WITHDRAWN, ZONES, held_by
from portal.access.readers import reader_of
from portal.access.relations import stands_in

COLUMN = dict(ZONES.values())


def can(user, action, record, field=None):
    """Whether `user` may do `action` with `record`: a page, a model with `key`, or an identity.

    With `field`, whether they may read that field, by the zone that the record's kind gives it (`record.zone_of`).
    A missing record, or one without an identity row, is a refusal.
    """
    identity = identity_of(record)
    if identity is None:
        return False
    if field is not None:
        action, _ = ZONES[record.zone_of(field)]
    reader = reader_of(user).deciding if action in DECISIONS else reader_of(user)
    if identity.withdrawn_at is not None:
        return stands_in(reader, identity, WITHDRAWN[action])
    return _may(reader, Action.KNOW, identity) and (action == Action.KNOW or _may(reader, action, identity))


def grant_of(user, identity):
    """The Grant by which alone `user` reads the details of a record, the one that lasts longest; None for who reads
    them anyway, and for who does not read them."""
    reader = reader_of(user)
    if not reader.is_member or stands_in(reader, identity, KNOW[Level(identity.details_to)]):
        return None
    return held_by(reader, identity)


def identity_of(record):
    """The identity row of a page, of a model with `key`, or of an identity; None when there is none."""
    if record is None or isinstance(record, RecordIdentity):
        return record
    return RecordIdentity.objects.filter(pk=record.key).first()


def _may(reader, action, identity):
    level = Level(getattr(identity, COLUMN.get(action, "listed_to")))
    return stands_in(reader, identity, TABLE[action][level])
