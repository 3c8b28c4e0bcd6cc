"""The capture page of a session: for who runs the event, and with its code for participants in a group."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.capture.models import CapturedLine
from events.capture.queries import lines_of
from events.capture.reading import questions_in
from events.capture.services import LineElsewhere, capture_line, warning_of
from portal.core.doors import personal_link
from portal.core.keys import key_in
from portal.core.languages import reading_language
from portal.core.limits import limited
from portal.core.refusals import refused_in
from portal.desk.capture.answering import by_code
from portal.desk.capture.doors import event_for, session_in
from portal.desk.capture.line_form import LineForm, begun


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("capture")
def session(request, slug, session):
    """For who runs the event: a form for one line, and the lines of the group that were captured so far."""
    page = event_for(request, slug)
    return _answer(request, page, session_in(page, session), by=request.user)


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@by_code
@limited("capture")
def group(request, page, code, session):
    """The same for who has the event's code: one writes, and sees the line that one sent last. What others wrote is for
    those who may read the event."""
    return _answer(request, page, session_in(page, session), by=None)


def _answer(request, page, session, by):
    if request.method == "POST":
        return _sent(request, page, session, by)
    change = _line(page, session, request.GET.get("change")) if by else None
    start = begun(group=request.GET.get("group", "")[:80], kind=request.GET.get("kind", ""), change=change)
    return _shown(request, page, session, by, LineForm(initial=start, questions=questions_in(page)))


def _sent(request, page, session, by):
    """Keeps the line and goes back to the field; a program gets the same as JSON."""
    form = LineForm(request.POST, questions=questions_in(page), is_by_code=by is None)
    is_program = request.accepts("application/json") and not request.accepts("text/html")
    line = _kept(form, page, session, by) if form.is_valid() else None
    if line is None:
        if is_program:
            return JsonResponse({"wrong": [each for errors in form.errors.values() for each in errors]}, status=400)
        return _shown(request, page, session, by, form)
    data = form.cleaned_data
    if is_program:
        return JsonResponse({"kept": str(line.pk), "warning": warning_of(line)})
    begins_with = {"group": data["group"], "kind": data["kind"], "last": line.pk}
    return HttpResponseRedirect(f"{request.path}?{urlencode(begins_with)}#id_text")


def _kept(form, page, session, by):
    """The line; None where it was refused, which then stands in the form."""
    data = form.cleaned_data
    try:
        with refused_in(form):
            return capture_line(
                key=data["key"], event=page.identity, session_key=session.key, said=form.said(),
                revision=data["revision"], group=data["group"], by=by, written_at=form.moment,
                language=reading_language(),
            )  # fmt: skip
    except LineElsewhere as refused:
        raise Http404 from refused


def _shown(request, page, session, by, form):
    group = form["group"].value() or ""
    last = _line(page, session, request.GET.get("last"))
    lines = lines_of(page.identity, session.key, by).filter(group=group) if by else []
    context = {
        "event": page.title, "lang": page.locale.language_code, "session": session, "form": form, "group": group,
        "lines": lines, "last": last, "warning": warning_of(last) if last else "", "is_facilitator": by is not None,
        "action": request.path,
        "up_url": reverse("capture:event", args=[page.slug]) if by else "",
    }  # fmt: skip
    return render(request, "capture/session.html", context, status=400 if form.errors else 200)


def _line(page, session, key):
    """The line of that key, where it is one of the session."""
    key = key_in(key)
    lines = CapturedLine.objects.of(page.identity, session.key).select_related("event", "barrier_kind")
    return lines.filter(pk=key).first() if key else None
