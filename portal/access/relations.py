"""How a reader stands to one record."""

from portal.access.enums import Relation
from portal.access.models.identity import RecordIdentity
from portal.access.models.scope import granted_to


def relations_of(reader, identity):
    """The set of Relation in which `reader` stands to `identity`."""
    relations = {Relation.ANYONE}
    if reader.is_editor:
        relations.add(Relation.EDITOR)
    if reader.is_member:
        relations.add(Relation.MEMBER)
        relations |= _by_organisation(reader, identity)
        if granted_to(reader, RecordIdentity.objects.filter(pk=identity.pk)).exists():
            relations.add(Relation.GRANTEE)
    return relations


def _by_organisation(reader, identity):
    relations = set()
    if reader.organisation_ids & {identity.owner_id, identity.custodian_id}:
        relations.add(Relation.OWN_STAFF)
    if identity.owner_id in reader.focal_ids:
        relations.add(Relation.OWNER)
    if identity.custodian_id in reader.focal_ids:
        relations.add(Relation.KEEPER)
    if reader.organisation_ids and identity.named_organisations.filter(pk__in=reader.organisation_ids).exists():
        relations.add(Relation.NAMED_STAFF)
    return relations
