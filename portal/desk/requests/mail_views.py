"""A request answered from a mail: the signed address entitles one person to answer one request. Reading changes
nothing, since scanners of mails open addresses; an approval holds when it is confirmed from the same mailbox."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.core.doors import personal_link
from portal.core.limits import limited_link
from practices.requests import services
from practices.requests.acting import done, parts_of
from practices.requests.enums import Way
from practices.requests.links import read_answer, read_confirm, read_longer
from practices.requests.models import Approval
from practices.requests.reading import as_read
from practices.requests.services.confirming import MAIL_LASTS


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited_link
def answer(request, token):
    """The request as the mail told it, with the form to decide; how it stands, once it is answered."""
    return _answered(request, token, read_answer)


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited_link
def longer(request, token):
    """The same of whether data that were handed over may be kept longer."""
    return _answered(request, token, read_longer)


def _answered(request, token, read):
    """The page of a link to decide; `read` gives of its token the request, the person, and whether it still waits."""
    found, user, waits = read(token)
    if found is None:
        raise Http404
    posted = request.method == "POST"
    parts = parts_of(found, user, request.POST if posted else None, way=Way.MAIL)[:1] if waits else []
    if posted and waits and _is_done(found, user, request.POST, parts):
        # Advice decides nothing: the form stays.
        found, user, waits = read(token)
        parts = parts_of(found, user, way=Way.MAIL)[:1] if waits and not _waits_for_mailbox(found, user) else []
        posted = False
    context = {"request_read": as_read(found, user), "parts": parts, "to_confirm": _waits_for_mailbox(found, user)}
    return render(request, "requests/answer.html", context, status=400 if posted and parts else 200)


def _is_done(found, user, data, parts):
    try:
        return done(found, user, data, parts, way=Way.MAIL)
    except (LookupError, PermissionDenied) as refused:
        raise Http404 from refused


def _waits_for_mailbox(found, user):
    return Approval.objects.filter(request=found, by=user, waits_for=Approval.WaitsFor.MAILBOX).exists()


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited_link
def confirm(request, token):
    """Says what is about to hold, with one button; absent when nothing waits for this click any more."""
    approval, user = read_confirm(token, MAIL_LASTS)
    if approval is None:
        raise Http404
    found, is_done, problems = approval.request, False, []
    if request.method == "POST":
        try:
            found, is_done = services.confirm(approval=approval, by=user), True
        except PermissionDenied as refused:
            raise Http404 from refused
        except ValidationError as refused:
            problems = refused.messages
    facts = {"approval": approval, "is_done": is_done, "problems": problems}
    context = {"request_read": as_read(found, user), **facts}
    return render(request, "requests/confirm.html", context, status=409 if problems else 200)
