"""How a reader stands to one record: the same relations as `models.scope.ROWS`, asked of a row instead of in SQL."""

from django.db.models import Exists, OuterRef

from portal.access.enums import Relation
from portal.access.models.identity import RecordIdentity
from portal.access.models.scope import granted_to
from portal.access.readers import reader_of
from portal.access.runners import run_by

R = Relation


def stands_in(reader, identity, relations):
    """Whether `reader` stands to `identity` in one of these relations; the database is asked only where it must be."""
    if not reader.everywhere.isdisjoint(relations):
        return True
    return reader.is_member and any(HOLDS[each](reader, identity) for each in HOLDS if each in relations)


def first_read_by(identities, user):
    """The first of a queryset of identities, with how `user` stands to it where other tables say so: one query, and
    none when it is decided. None where there is no row."""
    reader = reader_of(user)
    identity = (identities.annotate(**_noted(reader)) if reader.is_member else identities).first()
    if identity is not None and reader.is_member:
        identity.noted_for = reader
    return identity


def _noted(reader):
    """By the name under which an identity keeps it, the expressions of these relations."""
    wrote, named = RecordIdentity.contributors.through.objects, RecordIdentity.named_organisations.through.objects
    return {
        "noted_contributor": Exists(wrote.filter(recordidentity=OuterRef("pk"), user=reader.user_id)),
        "noted_named": Exists(named.filter(recordidentity=OuterRef("pk"), organisation__in=reader.organisation_ids)),
        "noted_grantee": Exists(granted_to(reader, RecordIdentity.objects.filter(pk=OuterRef("pk")))),
    }


def _is_noted(reader, identity, name, ask):
    """What was noted when the identity was read for this reader, else what `ask` answers."""
    return getattr(identity, name) if getattr(identity, "noted_for", None) == reader else ask()


def _writes(reader, identity):
    """Who wrote it, while they belong to its owner or keeper; to what has neither they belong by having written it."""
    parties = {identity.owner_id, identity.custodian_id} - {None}
    belongs = not parties or not parties.isdisjoint(reader.organisation_ids)
    ask = identity.contributors.filter(pk=reader.user_id).exists
    return belongs and _is_noted(reader, identity, "noted_contributor", ask)


def _is_named(reader, identity):
    mine = reader.organisation_ids
    ask = identity.named_organisations.filter(pk__in=mine).exists
    return bool(mine) and _is_noted(reader, identity, "noted_named", ask)


def _is_granted(reader, identity):
    ask = granted_to(reader, RecordIdentity.objects.filter(pk=identity.pk)).exists
    return _is_noted(reader, identity, "noted_grantee", ask)


HOLDS = {
    R.OWN_STAFF: lambda reader, identity: (
        not reader.organisation_ids.isdisjoint({identity.owner_id, identity.custodian_id})
    ),
    R.OWNER: lambda reader, identity: identity.owner_id in reader.focal_ids,
    R.KEEPER: lambda reader, identity: identity.custodian_id in reader.focal_ids,
    R.NAMED_STAFF: _is_named,
    R.CONTRIBUTOR: _writes,
    R.RUNNER: lambda reader, identity: RecordIdentity.objects.filter(run_by(reader), pk=identity.pk).exists(),
    R.GRANTEE: _is_granted,
}
"""For each relation that differs from record to record, the cheap ones first, whether a member stands so."""
