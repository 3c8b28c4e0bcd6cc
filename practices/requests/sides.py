"""Who may see a request and do what with it: one table, asked of one request and of many.

A request has no levels: its text is for the two sides alone, whatever the entry is that it asks for, and editors see
how far and how old it is (docs/decisions/0021). Nobody decides for an organisation that is frozen.
"""

from django.db.models import Q

from portal.access.readers import reader_of
from practices.requests.enums import GIVEN, OPEN, WAITING, Act, Side, State, Subject

S = Side
ASKING = frozenset({S.ASKER, S.ASKERS_POINT})
ASKED = frozenset({S.OWNER, S.KEEPER})
TABLE = {
    Act.ADVISE: (OPEN, ASKED),
    Act.ASK_MORE: (WAITING, ASKED),
    Act.ANSWER: (frozenset({State.MORE_INFORMATION}), ASKING),
    Act.FORWARD: (frozenset({State.SUBMITTED, State.MORE_INFORMATION}), frozenset({S.KEEPER})),
    Act.APPROVE: (OPEN, ASKED),
    Act.REFUSE: (OPEN, ASKED),
    Act.WITHDRAW: (OPEN, ASKING),
    Act.REVOKE: (GIVEN, ASKED),
    Act.DELIVER: (GIVEN, ASKED),
    # Data that were handed over are out there, whatever becomes of the request.
    Act.RECEIVE: (GIVEN | {State.REVOKED}, ASKING),
    Act.DESTROY: (GIVEN | {State.REVOKED}, ASKING),
    Act.ASK_LONGER: (GIVEN, ASKING),
    Act.LENGTHEN: (GIVEN, ASKED),
    Act.NOT_LONGER: (GIVEN, ASKED),
    Act.WRITE: (GIVEN | {State.REVOKED}, ASKING | ASKED),
}
"""For each act of a person the states in which it may be done, and the sides that may."""
KEEPING = frozenset({Act.ASK_LONGER, Act.LENGTHEN, Act.NOT_LONGER})
OF_DATA = frozenset({Act.DELIVER, Act.RECEIVE, Act.DESTROY}) | KEEPING
"""Acts about data that are handed over; the details of an entry are opened here."""


def sides_of(user, request) -> frozenset[Side]:
    """The Sides on which a person reads the request; none for who has no part in it."""
    return _sides(reader_of(user), request)


def may(user, act, request) -> bool:
    """Whether `user` may do `act` with the request as it stands now."""
    states, sides = TABLE[act]
    if request.state not in states or sides.isdisjoint(_sides(reader_of(user).deciding, request)):
        return False
    if act == Act.FORWARD:
        return request.to_owner_id is not None and request.to_owner_id != request.to_keeper_id
    if act == Act.REVOKE:
        # Of data that are destroyed there is nothing left to take back.
        return not _is_destroyed(request)
    if act in OF_DATA and request.subject != Subject.DATA:
        return False
    if act in KEEPING:
        return _may_keep(act, request)
    return act not in OF_DATA or _is_next(act, request)


def is_theirs(user, act, request) -> bool:
    """Whether `act` is one of the sides on which `user` stands, whatever the state of the request is."""
    return act in TABLE and not TABLE[act][1].isdisjoint(sides_of(user, request))


def _sides(reader, request):
    if not reader.is_member:
        return frozenset()
    is_own = request.asked_by_id == reader.user_id
    held = {
        S.ASKER: is_own and request.asked_for_id in reader.organisation_ids,
        S.ASKERS_POINT: request.asked_for_id in reader.focal_ids,
        S.OWNER: not is_own and request.to_owner_id in reader.focal_ids,
        S.KEEPER: not is_own and request.to_keeper_id in reader.focal_ids,
    }
    return frozenset(side for side, is_held in held.items() if is_held)


def _is_next(act, request):
    """Data are handed over, then received, then destroyed, each once."""
    handed = request.handed_over
    done = {
        Act.DELIVER: handed.delivered_on if handed else None,
        Act.RECEIVE: handed.received_on if handed else None,
        Act.DESTROY: handed.destroyed_on if handed else None,
    }
    before = {Act.DELIVER: None, Act.RECEIVE: Act.DELIVER, Act.DESTROY: Act.RECEIVE}[act]
    return done[act] is None and (before is None or done[before] is not None)


def _is_destroyed(request):
    return request.handed_over is not None and request.handed_over.destroyed_on is not None


def _may_keep(act, request):
    """Whether to keep data longer can be asked now, or is asked and waits for an answer."""
    handed = request.handed_over
    if handed is None or handed.destroyed_on is not None:
        return False
    return (handed.wanted_until is None) == (act == Act.ASK_LONGER)


def seen_by(user) -> Q:
    """The requests on one side of which a person stands: `sides_of` of many."""
    reader = reader_of(user)
    if not reader.is_member:
        return Q(pk__in=[])
    is_own = Q(asked_by=reader.user_id)
    asking = Q(asked_for__in=reader.focal_ids) | is_own & Q(asked_for__in=reader.organisation_ids)
    asked = Q(to_owner__in=reader.focal_ids) | Q(to_keeper__in=reader.focal_ids)
    return asking | asked & ~is_own
