"""To which audiences of a ladder a kind of organisation belongs, and so a reader or who asks for data."""

from collections.abc import Iterable

from portal.access.enums import Relation
from portal.access.readers import reader_of
from portal.access.relations import stands_in
from portal.taxonomy.models import OrganisationType
from portal.taxonomy.tree import tree_of
from practices.holdings.ladder import NAMED, PUBLIC

NAMED_OR_OWN = frozenset({Relation.NAMED_STAFF, Relation.OWN_STAFF})
COMMUNITY = frozenset({"members", "clusters"})
"""Audiences to which every humanitarian or mine action organisation belongs."""
OWN = {
    "national_mine_action_authority": {"national_authorities"},
    "mine_action_centre": {"national_authorities"},
    "government": {"national_authorities"},
    "local_government": {"national_authorities"},
    "statistics_office": {"national_authorities"},
    "united_nations": {"un_agencies", *COMMUNITY},
    "international_organisation": COMMUNITY,
    "red_cross_red_crescent": {"red_cross_red_crescent", *COMMUNITY},
    "international_ngo": {"ngos", *COMMUNITY},
    "national_ngo": {"ngos", *COMMUNITY},
    "local_ngo": {"ngos", *COMMUNITY},
    "mine_action_operator": COMMUNITY,
    "coordination_body": COMMUNITY,
    "private_sector": {"private_sector"},
    "donor": {"donors"},
    "foundation": {"donors"},
    "embassy": {"donors"},
    "academic_research": {"researchers"},
}
"""By kind of organisation, the audiences to which it belongs beside everybody. Kinds that are missing here, such as
media or armed forces, are of the public alone."""


def audiences_of(kind_keys: Iterable[str]) -> frozenset[str]:
    """The keys of Audience of a kind of organisation, given as keys from the kind itself to the broadest: those of the
    first that has any, and the public's."""
    return PUBLIC | frozenset(next((OWN[key] for key in kind_keys if key in OWN), ()))


def kinds_above() -> dict[str, tuple[str, ...]]:
    """By key of each kind of organisation, the keys from the kind itself to the broadest."""
    tree = tree_of(OrganisationType)
    return {node.key: _upwards(tree, pk) for pk, node in tree.by_pk.items()}


def audiences_of_reader(identity, user):
    """The keys of Audience to which a user belongs for the record of this identity; visitors are of the public."""
    reader = reader_of(user)
    if not reader.is_member:
        return PUBLIC
    tree = tree_of(OrganisationType)
    own = frozenset({"members"}).union(*(audiences_of(_upwards(tree, pk)) for pk in reader.organisation_kinds))
    is_named = stands_in(reader, identity, NAMED_OR_OWN)
    return PUBLIC | own | (NAMED if is_named else frozenset())


def _upwards(tree, pk):
    return tuple(node.key for node in reversed(list(tree.ancestors(pk))))
