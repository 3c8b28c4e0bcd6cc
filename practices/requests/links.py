"""Addresses in mails that work without signing in: each for one person, one request and one purpose, signed, with an
end. Opening one changes nothing; who speaks for the organisation no more finds nothing there."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from portal.core.signed_links import SignedLink, path_in_english
from portal.directory.in_links import person_of, word_for
from practices.requests.enums import Act
from practices.requests.models import Approval, DataRequest
from practices.requests.sides import ASKED, TABLE, may, sides_of

_answer = SignedLink("practices.requests.answer", timedelta(days=60))
_longer = SignedLink("practices.requests.longer", timedelta(days=60))


def answer_path(request, user) -> str:
    """Where `user` answers the request by one click, in English: mails put the prefix of their language before it."""
    return path_in_english("requests:answer", _answer.token(request.key.hex, word_for(user), _at(request.state_since)))


def longer_path(request, user) -> str:
    """Where `user` says by one click whether data may be kept longer: good for the wish that stands now."""
    return path_in_english("requests:longer", _longer.token(request.key.hex, word_for(user), _wish(request)))


def page_path(request) -> str:
    """Where a request stands for its two sides, in English."""
    return path_in_english("requests:request", request.code)


def confirm_path(approval) -> str:
    """Where the person who approved by a mail confirms it."""
    return path_in_english("requests:confirm", _confirm().token(approval.pk.hex, word_for(approval.by)))


def _confirm(lasts=timedelta(days=2)):
    return SignedLink("practices.requests.confirm", lasts)


def _at(moment):
    """What a link is bound to: once the request has moved on, an older one decides nothing."""
    return f"{moment:%Y%m%d%H%M%S%f}"


def read_answer(token):
    """The request, the person, and whether it still waits as it did when the mail was written; (None, None, False) for
    a link that is not ours or too old, and for who does not decide about it any more."""
    key, word, since = _answer.parts(token, 3)
    request, user = _found(DataRequest, key), person_of(word)
    if request is None or user is None or sides_of(user, request).isdisjoint(ASKED):
        return None, None, False
    waits = request.state in TABLE[Act.APPROVE][0] and _at(request.state_since) == since
    return request, user, waits


def _wish(request):
    """What a link about keeping data is bound to: the last time that it was asked."""
    asked = request.steps.filter(act=Act.ASK_LONGER).last()
    return _at(asked.at) if asked else ""


def read_longer(token):
    """As `read_answer`, of whether data may be kept longer."""
    key, word, wish = _longer.parts(token, 3)
    request, user = _found(DataRequest, key), person_of(word)
    if request is None or user is None or sides_of(user, request).isdisjoint(ASKED):
        return None, None, False
    return request, user, may(user, Act.LENGTHEN, request) and _wish(request) == wish


def read_confirm(token, lasts):
    """The Approval that waits for this click, and the person; (None, None) when there is none, and for who stands on no
    side that decides any more."""
    key, word = _confirm(lasts).parts(token, 2)
    approval, user = _found(Approval, key), person_of(word)
    if approval is None or user is None or approval.by_id != user.pk:
        return None, None
    waits = approval.waits_for == Approval.WaitsFor.MAILBOX and not sides_of(user, approval.request).isdisjoint(ASKED)
    return (approval, user) if waits else (None, None)


def _found(model, key):
    try:
        return model.objects.filter(pk=key).first() if key else None
    except ValidationError:
        return None
