"""For who runs an event: its sessions to capture, its code with the QR, the sheets that came, sheets to print."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.capture.enums import SheetKind
from events.capture.models import EventCode
from events.capture.qr import qr_of
from events.capture.queries import sheets_of
from events.capture.reading import FAIR, TALK, session_of_kind, sessions_in
from events.capture.services import make_code, revoke_code
from portal.access.drafts import may_write
from portal.core.limits import limited
from portal.desk.capture.doors import event_for
from portal.desk.capture.event_forms import CodeForm
from portal.desk.contribute.authors import author_of
from portal.records.registry import kind_of

ROWS_TO_PRINT = range(4)
SESSIONS = {SheetKind.FAIR: FAIR, SheetKind.TALK: TALK}


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def event(request, slug):
    """The day of an event at a glance. A button makes a code, another one ends it."""
    page = event_for(request, slug)
    form = CodeForm(request.POST if "days" in request.POST else None, initial={"days": 3})
    if request.method == "POST" and _acted(request, page, form):
        return HttpResponseRedirect(request.path)
    codes = [(code, *address_of(code)) for code in EventCode.objects.valid().filter(event=page.key)]
    context = {
        "page": page, "event_url": page.get_url(request), "sessions": sessions_in(page), "codes": codes, "form": form,
        "sheets": sheets_of(page.identity), "kinds": SheetKind, "programme_url": _programme_url(request.user, page),
    }  # fmt: skip
    return render(request, "capture/event.html", context, status=400 if form.errors else 200)


@never_cache
@login_required
@require_safe
def wall(request, slug):
    """The code and its QR as large as the screen, for a projector or to print; absent while there is no valid code."""
    page = event_for(request, slug)
    code = EventCode.objects.valid().filter(event=page.key).first()
    if code is None:
        raise Http404
    address, qr = address_of(code)
    context = {
        "event": page.title, "lang": page.locale.language_code, "code": code, "address": address, "qr": qr,
        "up_url": reverse("capture:event", args=[slug]),
    }  # fmt: skip
    return render(request, "capture/wall.html", context)


@never_cache
@login_required
@require_safe
def to_print(request, slug, kind):
    """An empty sheet to print, with the QR of its address where the event has a code."""
    page = event_for(request, slug)
    if kind not in SheetKind:
        raise Http404
    code = EventCode.objects.valid().filter(event=page.key).first()
    address, qr = address_of(code, f"capture:{kind}") if code else ("", "")
    session = session_of_kind(page, SESSIONS[SheetKind(kind)])
    context = {
        "event": page.title, "lang": page.locale.language_code, "session": session, "kind": SheetKind(kind),
        "code": code, "address": address, "qr": qr, "rows": ROWS_TO_PRINT,
        "up_url": reverse("capture:event", args=[slug]),
    }  # fmt: skip
    return render(request, "capture/to_print.html", context)


def _programme_url(user, page):
    """Where `user` changes the programme with the members' forms; editors who are no members do it in the admin."""
    if author_of(user) is None or not may_write(user, page.identity, is_draft=False):
        return ""
    return reverse("contribute:overview", args=[kind_of(page), page.identity.code])


def address_of(code, name="capture:sheets"):
    """The whole address behind a code in the language of now, and its QR."""
    address = f"{settings.SITE_URL}{reverse(name, args=[code.code])}"
    return address, qr_of(address)


def _acted(request, page, form):
    """Whether something was done. What a button of an older page names is no longer there."""
    if form.is_bound:
        if not form.is_valid():
            return False
        make_code(event=page.identity, by=request.user, days=form.cleaned_data["days"])
    else:
        ended = request.POST.get("end")
        code = next((each for each in EventCode.objects.filter(event=page.key) if each.code == ended), None)
        if code is None:
            raise Http404
        revoke_code(code=code, by=request.user)
    return True
