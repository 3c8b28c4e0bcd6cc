"""The policy's table, and the decision as a condition in SQL (`policy.can` asks the same table of one record)."""

from django.db.models import Q
from django.utils import timezone

from portal.access.enums import Action, Level, Relation, Zone
from portal.access.readers import reader_of

R = Relation
KNOW = {
    Level.PUBLIC: frozenset({R.ANYONE}),
    Level.MEMBERS: frozenset({R.MEMBER, R.EDITOR}),
    Level.NAMED: frozenset({R.NAMED_STAFF, R.OWN_STAFF, R.EDITOR}),
    Level.OWNER: frozenset({R.OWNER, R.KEEPER, R.EDITOR}),
}
CHAIN = frozenset({R.OWNER, R.KEEPER, R.EDITOR})
"""Anyone in the chain may restrict at once."""


def _at_each_level(relations):
    return dict.fromkeys(Level, frozenset(relations))


TABLE = {
    Action.KNOW: KNOW,
    # A grant adds details; that one may know of the card is asked besides.
    Action.READ: {level: allowed | {R.GRANTEE} for level, allowed in KNOW.items()},
    Action.READ_OWN: _at_each_level(CHAIN),
    Action.EDIT: _at_each_level({R.EDITOR}),
    Action.RESTRICT: _at_each_level(CHAIN),
    Action.WITHDRAW: _at_each_level(CHAIN),
    # Widening by anybody else takes two people: a wish, and its approval (services.wishes).
    Action.WIDEN: _at_each_level({R.OWNER}),
    Action.SEE_LOG: _at_each_level({R.OWNER, R.KEEPER}),
}
ZONES = {Zone.CARD: (Action.KNOW, "listed_to"), Zone.DETAILS: (Action.READ, "details_to")}
NOBODY = Q(pk__in=[])


def scope_of(user, zone, identities):
    """A Q over `identities` (all RecordIdentity rows): those that `user` may know of (CARD) or read (DETAILS).

    `details_to` is kept capped by `listed_to` and by the text's sensitivity (services.identities): one column decides.
    """
    reader = reader_of(user)
    if reader.is_editor:
        return Q()
    scope = _by_level(reader, zone, identities)
    if zone is Zone.DETAILS and reader.user_id:
        scope &= _by_level(reader, Zone.CARD, identities)
    return Q(withdrawn_at=None) & scope


def _by_level(reader, zone, identities):
    action, column = ZONES[zone]
    whole, scope = [], NOBODY
    for level, allowed in TABLE[action].items():
        if R.ANYONE in allowed or (R.MEMBER in allowed and reader.is_member):
            whole.append(level)
        else:
            scope |= Q(**{column: level}) & _any(allowed, reader, identities)
    return Q(**{f"{column}__in": whole}) | scope


def _any(allowed, reader, identities):
    condition = NOBODY
    for relation in sorted(allowed):
        condition |= _rows(relation, reader, identities)
    return condition


def _rows(relation, reader, identities):
    """The rows to which the reader stands in this relation."""
    mine, focal = reader.organisation_ids, reader.focal_ids
    if relation is R.NAMED_STAFF and mine:
        return Q(pk__in=identities.filter(named_organisations__in=mine).values("pk"))
    if relation is R.OWN_STAFF and mine:
        return Q(owner__in=mine) | Q(custodian__in=mine)
    if relation is R.OWNER and focal:
        return Q(owner__in=focal)
    if relation is R.KEEPER and focal:
        return Q(custodian__in=focal)
    if relation is R.GRANTEE and reader.is_member:
        return Q(pk__in=granted_to(reader, identities).values("pk"))
    return NOBODY


def granted_to(reader, identities):
    """The identities for which the reader, or an organisation of theirs, holds a grant that runs now."""
    now = timezone.now()
    running = Q(grants__until=None) | Q(grants__until__gt=now)
    holder = Q(grants__user=reader.user_id) | Q(grants__organisation__in=reader.organisation_ids)
    # One filter call: all conditions must hold for the same grant.
    return identities.filter(running, holder, grants__starts_at__lte=now, grants__ended_at=None)
