"""Behind the code of an event: which sheet, the two sheets, and where one types the code."""

from allauth.core.ratelimit import respond_429
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.capture.enums import SheetKind
from events.capture.reading import FAIR, TALK, session_of_kind, sessions_in
from events.capture.services import as_code, send_sheet
from portal.core.doors import personal_link
from portal.core.languages import reading_language
from portal.core.limits import limited
from portal.desk.capture.answering import by_code
from portal.desk.capture.doors import TooManyCodes, page_for_code
from portal.desk.capture.sheet_forms import FairForm, TalkForm


@personal_link
@require_safe
def enter(request):
    """Where one types the code, for who cannot read the QR."""
    typed = request.GET.get("code", "").strip()[:40]
    try:
        if typed and page_for_code(request, typed):
            return HttpResponseRedirect(reverse("capture:sheets", args=[as_code(typed)]))
    except TooManyCodes:
        return respond_429(request)
    wrong = _("There is no such code, or it has ended. Ask who runs the event.") if typed else ""
    return render(request, "capture/enter.html", {"typed": typed, "wrong": wrong}, status=404 if typed else 200)


@personal_link
@require_safe
@by_code
def sheets(request, page, code):
    """What one can do with the code: fill in a sheet, or capture in a group."""
    context = {"event": page.title, "lang": page.locale.language_code, "sessions": sessions_in(page), "code": code}
    return render(request, "capture/sheets.html", {**context, "is_sent": request.GET.get("sent") == "yes"})


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@by_code
@limited("sheet")
def fair(request, page, code):
    """The information-fair sheet."""
    return _sheet(request, page, code, SheetKind.FAIR, FAIR, FairForm(request.POST or None))


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@by_code
@limited("sheet")
def talk(request, page, code):
    """The lightning-talk sheet."""
    return _sheet(request, page, code, SheetKind.TALK, TALK, TalkForm(request.POST or None))


def _sheet(request, page, code, kind, of_session, form):
    session = session_of_kind(page, of_session)
    if request.method == "POST" and form.is_valid():
        send_sheet(
            kind=kind, event=page.identity, session_key=session.key if session else None,
            language=reading_language(), rows=form.said_rows() if kind == SheetKind.FAIR else (), **form.words(),
        )  # fmt: skip
        return HttpResponseRedirect(f"{reverse('capture:sheets', args=[code])}?sent=yes")
    context = {"event": page.title, "lang": page.locale.language_code, "session": session, "form": form, "code": code}
    is_wrong = request.method == "POST"
    return render(request, f"capture/{kind}.html", {**context, "is_wrong": is_wrong}, status=400 if is_wrong else 200)
