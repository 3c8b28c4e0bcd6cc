"""To which audiences of a ladder a reader belongs."""

from portal.access.readers import reader_of
from portal.directory.models import Organisation
from portal.taxonomy.models import OrganisationType
from portal.taxonomy.tree import tree_of
from practices.holdings.ladder import NAMED, PUBLIC

AUDIENCE_OF = {
    "coordination_body": "clusters",
    "international_ngo": "ngos",
    "national_ngo": "ngos",
    "red_cross_red_crescent": "red_cross_red_crescent",
    "united_nations": "un_agencies",
}
"""By kind of organisation, its own audience among humanitarian organisations."""
HERE = "clusters"
"""Where a step speaks of all humanitarian organisations of a country."""


def audiences_of_reader(identity, user):
    """The keys of Audience to which a user belongs for the record of this identity; visitors are of the public."""
    reader = reader_of(user)
    if not reader.is_member:
        return PUBLIC
    own = {"members"}
    for kind in _kinds_of(reader.organisation_ids):
        if audience := next((AUDIENCE_OF[key] for key in kind if key in AUDIENCE_OF), None):
            own |= {audience, HERE}
    named = {identity.owner_id, identity.custodian_id, *_named(identity)}
    return PUBLIC | own | (NAMED if named & reader.organisation_ids else frozenset())


def _kinds_of(organisation_ids):
    """For each organisation the keys of its kind, from the kind itself to the broadest."""
    kinds = Organisation.objects.filter(pk__in=organisation_ids).values_list("kind_id", flat=True)
    tree = tree_of(OrganisationType)
    return [[node.key for node in reversed(list(tree.ancestors(pk)))] for pk in kinds]


def _named(identity):
    return identity.named_organisations.values_list("pk", flat=True)
