"""Who may find what: the decision of portal.access, as search needs it in SQL."""

from dataclasses import dataclass
from uuid import UUID

from portal.access.enums import Action, Level, Relation, Zone
from portal.access.models import RecordIdentity
from portal.access.models.scope import TABLE, granted_to
from portal.access.readers import reader_of

from .enums import EVERYTHING_RANK, MEMBERS_RANK, PUBLIC_RANK

ZONE_ACTION = {Zone.CARD: Action.KNOW, Zone.DETAILS: Action.READ}


@dataclass(frozen=True)
class Scope:
    """What one reader may find: levels up to `rank` for being who they are, more by `keys` and grants.

    `keys` are those of RecordAudience; `granted` the identities of which a grant, running now, opens the details.
    """

    rank: int
    keys: tuple[str, ...] = ()
    granted: tuple[UUID, ...] = ()

    @classmethod
    def everything(cls):
        """All records with all details: an editor's scope."""
        return cls(EVERYTHING_RANK)

    @property
    def has_own(self):
        """Whether there may be more for this reader than for everybody of their rank."""
        return bool(self.keys or self.granted)


def visible_to(user) -> Scope:
    """What `user` (who may be a Scope) may find. Grants are asked for each time, so that their end shows at once."""
    if isinstance(user, Scope):
        return user
    reader = reader_of(user)
    if reader.is_editor:
        return Scope.everything()
    if not reader.is_member:
        return Scope(PUBLIC_RANK)
    keys = [f"org:{pk}" for pk in reader.organisation_ids] + [f"focal:{pk}" for pk in reader.focal_ids]
    granted = granted_to(reader, RecordIdentity.objects).values_list("pk", flat=True).distinct()
    return Scope(MEMBERS_RANK, tuple(sorted(keys)), tuple(granted))


def rank_of(user) -> int:
    """The rank of everybody who is what this reader is, without what is open to them or their organisation alone."""
    reader = reader_of(user)
    if reader.is_editor:
        return EVERYTHING_RANK
    return MEMBERS_RANK if reader.is_member else PUBLIC_RANK


def audience_of(identity, zone: Zone) -> set[str]:
    """The keys of those who may see a zone of a record, beyond what the rank of its level says of everybody."""
    level = identity.listed_to if zone is Zone.CARD else identity.details_to
    if Level(level).rank <= MEMBERS_RANK:
        return set()
    return set().union(*(_keys(relation, identity) for relation in TABLE[ZONE_ACTION[zone]][Level(level)]))


def _keys(relation, identity):
    if relation is Relation.NAMED_STAFF:
        return {f"org:{organisation.pk}" for organisation in identity.named_organisations.all()}
    if relation is Relation.OWN_STAFF:
        return {f"org:{pk}" for pk in (identity.owner_id, identity.custodian_id) if pk}
    focal = {Relation.OWNER: identity.owner_id, Relation.KEEPER: identity.custodian_id}.get(relation)
    return {f"focal:{focal}"} if focal else set()
