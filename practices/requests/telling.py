"""Who hears of a step of a request. The mail to who decides holds the request itself, so that it can be answered from
there: it is read from the database, and asked whether they may read it, at the moment of sending."""

from portal.directory.rights import speakers
from portal.notifications.posting import tell
from practices.requests.enums import GIVEN, Act
from practices.requests.links import answer_path, confirm_path, longer_path, page_path
from practices.requests.sides import ASKING, may, sides_of

ASKED, STEP, CONFIRM, KEEP = "request_asked", "request_step", "request_confirm", "request_keep"
LONGER = "request_longer"
TO_DECIDE = frozenset({Act.SEND, Act.ANSWER, Act.FORWARD})
"""Steps after which it is the turn of who is asked."""
TO_ASKER = frozenset({
    Act.ASK_MORE, Act.FORWARD, Act.APPROVE, Act.REFUSE, Act.REVOKE, Act.DELIVER, Act.NO_ANSWER, Act.EXPIRE,
    Act.LENGTHEN, Act.NOT_LONGER,
})  # fmt: skip
TO_ASKED = frozenset({
    Act.ADVISE, Act.WITHDRAW, Act.RECEIVE, Act.DESTROY, Act.APPROVE, Act.REFUSE, Act.REVOKE, Act.NO_ANSWER,
    Act.DISAGREE, Act.AWAIT, Act.LENGTHEN, Act.NOT_LONGER,
})  # fmt: skip


def tell_of_step(step):
    """Tells both sides what happened, each person once; nobody is told of what they did themselves."""
    request = step.request
    if step.act in TO_DECIDE:
        tell_deciders(request, f"step:{step.pk}", without=step.by)
    if step.act == Act.ASK_LONGER:
        tell_of_wish(request, f"step:{step.pk}", without=step.by)
    if step.act == Act.WRITE:
        _tell(step, _other_side(step))
    if step.act in TO_ASKER:
        _tell(step, askers(request))
    if step.act in TO_ASKED:
        _tell(step, speakers(request.to_owner, request.to_keeper), may_object=request.state in GIVEN)


def tell_deciders(request, event, *, without=None, deputies=False):
    """Sends the request to who decides: of the owner and of the keeper the focal points, and with `deputies` theirs; of
    one that has nobody else its deputies at once. Returns how many are told."""
    people = _deciders(request, Act.APPROVE, deputies)
    return sum(_to_decide(request, event, user) for user in people - {without})


def tell_of_wish(request, event, *, without=None, deputies=False):
    """Sends to who decides that the data are asked for longer: as `tell_deciders`."""
    people = _deciders(request, Act.LENGTHEN, deputies) - {without}
    return sum(_to_lengthen(request, event, user) for user in people)


def _deciders(request, act, deputies):
    parties = {request.to_owner_id: request.to_owner, request.to_keeper_id: request.to_keeper}
    return set().union(*(_deciding(request, act, party, deputies) for party in parties.values()))


def _deciding(request, act, party, deputies):
    everybody = {user for user in speakers(party) if may(user, act, request)}
    first = speakers(party, deputies=False) & everybody
    return everybody if deputies or not first else first


def _other_side(step):
    """Who reads a message: the asking side what the others write, and these what it writes."""
    request = step.request
    if sides_of(step.by, request) & ASKING:
        return speakers(request.to_owner, request.to_keeper)
    return askers(request)


def askers(request):
    """Who hears for the asking side: who asked, and once they have left it the focal points of the organisation."""
    person = request.asked_by
    is_there = person is not None and bool(sides_of(person, request) & ASKING)
    return {person} if is_there else speakers(request.asked_for)


def _to_decide(request, event, user):
    facts = {"request": request.key.hex, "path": answer_path(request, user)}
    return tell(kind=ASKED, event=f"{ASKED}:{event}", people=[user], record=request.about_id, facts=facts)


def _to_lengthen(request, event, user):
    facts = {"request": request.key.hex, "path": longer_path(request, user)}
    return tell(kind=LONGER, event=f"{LONGER}:{event}", people=[user], record=request.about_id, facts=facts)


def tell_to_confirm(approval):
    """To who approved by the link of a mail, to their own mailbox: a forwarded mail opens nothing."""
    facts = {"request": approval.request.key.hex, "path": confirm_path(approval)}
    tell(kind=CONFIRM, event=f"{CONFIRM}:{approval.pk.hex}", people=[approval.by], facts=facts)


def tell_to_destroy(handed, days):
    """To who asked: until when the data may be kept; once for each of the days before and after."""
    request = handed.request
    facts = {"request": request.key.hex, "path": page_path(request), "keep_until": f"{handed.keep_until}"}
    return tell(kind=KEEP, event=f"{KEEP}:{handed.pk}:{days}", people=askers(request), facts=facts)


def _tell(step, people, may_object=False):
    """`may_object`: whether they may take back what was given; said where it has just been given."""
    request = step.request
    facts = {"request": request.key.hex, "step": step.pk, "path": page_path(request)}
    facts["may_object"] = may_object and step.act == Act.APPROVE
    tell(kind=STEP, event=f"{STEP}:{step.pk}", people=people - {step.by}, facts=facts)
