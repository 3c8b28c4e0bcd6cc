"""How a reader stands to one record: the same relations as `models.scope.ROWS`, asked of a row instead of in SQL."""

from portal.access.enums import Relation
from portal.access.models.identity import RecordIdentity
from portal.access.models.scope import granted_to
from portal.access.runners import run_by

R = Relation


def stands_in(reader, identity, relations):
    """Whether `reader` stands to `identity` in one of these relations; the database is asked only where it must be."""
    if not reader.everywhere.isdisjoint(relations):
        return True
    return reader.is_member and any(HOLDS[each](reader, identity) for each in HOLDS if each in relations)


def _writes(reader, identity):
    """Who wrote it, while they belong to its owner or keeper; to what has neither they belong by having written it."""
    parties = {identity.owner_id, identity.custodian_id} - {None}
    belongs = not parties or not parties.isdisjoint(reader.organisation_ids)
    return belongs and identity.contributors.filter(pk=reader.user_id).exists()


def _is_named(reader, identity):
    mine = reader.organisation_ids
    return bool(mine) and identity.named_organisations.filter(pk__in=mine).exists()


HOLDS = {
    R.OWN_STAFF: lambda reader, identity: (
        not reader.organisation_ids.isdisjoint({identity.owner_id, identity.custodian_id})
    ),
    R.OWNER: lambda reader, identity: identity.owner_id in reader.focal_ids,
    R.KEEPER: lambda reader, identity: identity.custodian_id in reader.focal_ids,
    R.NAMED_STAFF: _is_named,
    R.CONTRIBUTOR: _writes,
    R.RUNNER: lambda reader, identity: RecordIdentity.objects.filter(run_by(reader), pk=identity.pk).exists(),
    R.GRANTEE: lambda reader, identity: granted_to(reader, RecordIdentity.objects.filter(pk=identity.pk)).exists(),
}
"""For each relation that differs from record to record, the cheap ones first, whether a member stands so."""
