"""The policy's table, and the decision as a condition in SQL (`policy.can` asks the same table of one record)."""

from django.db.models import F, Q
from django.utils import timezone

from portal.access.enums import Action, Level, Relation, Zone
from portal.access.readers import reader_of
from portal.access.runners import run_by

R = Relation
KNOW = {
    Level.PUBLIC: frozenset({R.ANYONE}),
    Level.MEMBERS: frozenset({R.MEMBER, R.EDITOR}),
    Level.NAMED: frozenset({R.NAMED_STAFF, R.OWN_STAFF, R.EDITOR}),
    Level.OWNER: frozenset({R.OWNER, R.KEEPER, R.EDITOR}),
}
CHAIN = frozenset({R.OWNER, R.KEEPER, R.EDITOR})
"""Anyone in the chain may restrict at once."""
WRITERS = frozenset({R.CONTRIBUTOR, R.OWNER, R.KEEPER})
"""Who writes all of it, and may ask for who sees it. Whom it names to run it writes a part (records.short_forms)."""
LOG_READERS = frozenset({R.OWNER, R.KEEPER})


def _at_each_level(relations):
    return dict.fromkeys(Level, frozenset(relations))


TABLE = {
    Action.KNOW: KNOW,
    # A grant adds details; that one may know of the card is asked besides.
    Action.READ: {level: allowed | {R.GRANTEE} for level, allowed in KNOW.items()},
    Action.READ_OWN: _at_each_level(CHAIN | {R.CONTRIBUTOR}),
    Action.EDIT: _at_each_level({R.EDITOR}),
    # Outside the admin, and of what is published; that one may read it is asked besides (portal.access.drafts).
    Action.WRITE: _at_each_level(WRITERS | {R.RUNNER}),
    Action.ASK: _at_each_level(CHAIN | {R.CONTRIBUTOR}),
    Action.RESTRICT: _at_each_level(CHAIN),
    Action.WITHDRAW: _at_each_level(CHAIN),
    # Widening or granting by anybody else takes two people (services.wishes, services.grants).
    Action.WIDEN: _at_each_level({R.OWNER}),
    Action.GRANT: _at_each_level({R.OWNER}),
    Action.SEE_LOG: _at_each_level(LOG_READERS),
}
"""For each action and level, how one must stand to a record. Whoever may not know of it may do nothing with it."""
DECISIONS = frozenset({
    Action.EDIT, Action.WRITE, Action.ASK, Action.RESTRICT, Action.WITHDRAW, Action.WIDEN, Action.GRANT,
})  # fmt: skip
"""What the focal points of a frozen organisation may not do while it is contested who speaks for it."""
OF_WITHDRAWN = (Action.KNOW, Action.READ, Action.READ_OWN, Action.EDIT)
WITHDRAWN = (
    {action: frozenset() for action in Action}
    | {action: frozenset({R.EDITOR}) for action in OF_WITHDRAWN}
    | {Action.SEE_LOG: LOG_READERS}
)
"""The same for a withdrawn record, whatever its levels: editors see it, its owner still sees who read it, and nobody
decides about its access before two restore it."""
ZONES = {
    Zone.CARD: (Action.KNOW, "listed_to"),
    Zone.DETAILS: (Action.READ, "details_to"),
    Zone.OWNER: (Action.READ_OWN, "listed_to"),
}
"""The action that a zone stands for, and the column whose level decides it."""
NOBODY = Q(pk__in=[])


def scope_of(user, zone, identities):
    """A Q over `identities` (all RecordIdentity rows): those whose `zone` is open to `user`.

    `details_to` is kept capped by `listed_to` and by the text's sensitivity (services.identities): one column decides.
    """
    reader, zone = reader_of(user), Zone(zone)
    scope = _by_level(reader, Zone.CARD, identities)
    if zone is not Zone.CARD:
        scope &= _by_level(reader, zone, identities)
    return _in_state(reader, zone) & scope


def _in_state(reader, zone):
    """Withdrawn records only for those whom their table lets in: editors, who stand so to every record."""
    action, _ = ZONES[zone]
    return Q() if reader.is_editor and R.EDITOR in WITHDRAWN[action] else Q(withdrawn_at=None)


def _by_level(reader, zone, identities):
    action, column = ZONES[zone]
    everyone = reader.everywhere
    open_levels, scope = [], NOBODY
    for level, allowed in TABLE[action].items():
        if not everyone.isdisjoint(allowed):
            open_levels.append(level)
        else:
            scope |= Q(**{column: level}) & any_of(allowed, reader, identities)
    return Q() if len(open_levels) == len(Level) else Q(**{f"{column}__in": open_levels}) | scope


def any_of(allowed, reader, identities):
    """The rows to which a member stands in one of these relations."""
    condition = NOBODY
    for relation in sorted(allowed):
        condition |= rows_of(relation, reader, identities)
    return condition


def rows_of(relation, reader, identities):
    """The rows to which a member stands in this relation."""
    if not reader.is_member or relation not in ROWS:
        return NOBODY
    return ROWS[relation](reader, identities)


def granted_to(reader, identities):
    """The identities for which the reader, or an organisation of theirs, holds a grant that runs now; none for a reader
    without an account, who stands for an audience and not for a person."""
    if reader.user_id is None:
        return identities.none()
    now = timezone.now()
    running = Q(grants__until=None) | Q(grants__until__gt=now)
    mine = reader.organisation_ids
    as_person = Q(grants__user=reader.user_id) & (Q(grants__within=None) | Q(grants__within__in=mine))
    holder = as_person | Q(grants__organisation__in=mine)
    # One filter call: all conditions must hold for the same grant.
    # The end of an agreement is written into what rests on it; that it is withdrawn is asked besides.
    rests = Q(grants__agreement__withdrawn_at=None)
    return identities.filter(running, holder, rests, grants__starts_at__lte=now, grants__ended_at=None)


def held_by(reader, identity):
    """Of the grants by which `granted_to` lets the reader in to one identity, the one that lasts longest; or None."""
    held = granted_to(reader, type(identity).objects.filter(pk=identity.pk)).values("grants")
    return identity.grants.filter(pk__in=held).order_by(F("until").desc(nulls_first=True), "pk").first()


def _written(reader, identities):
    """As `relations._writes` says it of one."""
    if reader.user_id is None:
        return NOBODY
    wrote = Q(pk__in=identities.filter(contributors=reader.user_id).values("pk"))
    return wrote & (Q(owner=None, custodian=None) | _of_own(reader))


def _of_own(reader):
    return Q(owner__in=reader.organisation_ids) | Q(custodian__in=reader.organisation_ids)


def _named(reader, identities):
    return Q(pk__in=identities.filter(named_organisations__in=reader.organisation_ids).values("pk"))


ROWS = {
    R.NAMED_STAFF: _named,
    R.OWN_STAFF: lambda reader, _: _of_own(reader),
    R.OWNER: lambda reader, _: Q(owner__in=reader.focal_ids),
    R.KEEPER: lambda reader, _: Q(custodian__in=reader.focal_ids),
    R.CONTRIBUTOR: _written,
    R.RUNNER: lambda reader, _: run_by(reader),
    R.GRANTEE: lambda reader, identities: Q(pk__in=granted_to(reader, identities).values("pk")),
}
"""The rows to which a member stands in each relation that differs from record to record."""
