"""Addresses in mails that work without signing in: each for one person, one request and one purpose, signed, with an
end. Opening one changes nothing; who speaks for the organisation no more finds nothing there."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from portal.core.signed_links import SignedLink, path_in_english
from practices.requests.enums import Act
from practices.requests.models import Approval, DataRequest
from practices.requests.sides import ASKED, TABLE, may, sides_of

_answer = SignedLink("practices.requests.answer", timedelta(days=60))
_longer = SignedLink("practices.requests.longer", timedelta(days=60))


def answer_path(request, user) -> str:
    """Where `user` answers the request by one click, in English: mails put the prefix of their language before it."""
    return path_in_english("requests:answer", _answer.token(request.key.hex, user.pk, _since(request)))


def longer_path(request, user) -> str:
    """Where `user` says by one click whether data may be kept longer: good for the wish that stands now."""
    return path_in_english("requests:longer", _longer.token(request.key.hex, user.pk, _wish(request)))


def page_path(request) -> str:
    """Where a request stands for its two sides, in English."""
    return path_in_english("requests:request", request.code)


def confirm_path(approval) -> str:
    """Where the person who approved by a mail confirms it."""
    return path_in_english("requests:confirm", _confirm().token(approval.pk.hex, approval.by_id))


def _confirm(lasts=timedelta(days=2)):
    return SignedLink("practices.requests.confirm", lasts)


def _since(request):
    """What a link is bound to: once the request has moved on, an older one decides nothing."""
    return f"{request.state_since:%Y%m%d%H%M%S%f}"


def read_answer(token):
    """The request, the person, and whether it still waits as it did when the mail was written; (None, None, False) for
    a link that is not ours or too old, and for who does not decide about it any more."""
    key, number, since = _answer.parts(token, 3)
    request, user = _found(DataRequest, key), _person(number)
    if request is None or user is None or sides_of(user, request).isdisjoint(ASKED):
        return None, None, False
    waits = request.state in TABLE[Act.APPROVE][0] and _since(request) == since
    return request, user, waits


def _wish(request):
    """What a link about keeping data is bound to: the last time that it was asked."""
    asked = request.steps.filter(act=Act.ASK_LONGER).values_list("pk", flat=True).last()
    return str(asked or 0)


def read_longer(token):
    """As `read_answer`, of whether data may be kept longer."""
    key, number, wish = _longer.parts(token, 3)
    request, user = _found(DataRequest, key), _person(number)
    if request is None or user is None or sides_of(user, request).isdisjoint(ASKED):
        return None, None, False
    return request, user, may(user, Act.LENGTHEN, request) and _wish(request) == wish


def read_confirm(token, lasts):
    """The Approval that waits for this click, and the person; (None, None) when there is none, and for who stands on no
    side that decides any more."""
    key, number = _confirm(lasts).parts(token, 2)
    approval, user = _found(Approval, key), _person(number)
    if approval is None or user is None or approval.by_id != user.pk:
        return None, None
    waits = approval.waits_for == Approval.WaitsFor.MAILBOX and not sides_of(user, approval.request).isdisjoint(ASKED)
    return (approval, user) if waits else (None, None)


def _found(model, key):
    try:
        return model.objects.filter(pk=key).first() if key else None
    except ValidationError:
        return None


def _person(number):
    is_number = number and number.isdecimal()
    return get_user_model().objects.filter(pk=int(number), is_active=True).first() if is_number else None
