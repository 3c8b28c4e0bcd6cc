"""The report back of a session: the lines of all its groups put in order, joined by hand, and made into entries."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.capture.models import CapturedLine
from events.capture.queries import lines_of, other_sides
from events.capture.services import join_lines, make_entries, order_lines, separate_line, take_out_lines
from events.outputs.kind import OUTPUT
from portal.access.models import RecordIdentity
from portal.core.keys import key_in
from portal.core.limits import limited
from portal.core.refusals import refused_above
from portal.desk.capture.doors import event_for, session_in
from portal.desk.capture.report_lines import fill_in, shown_lines
from portal.desk.capture.sending import drafts_of

SEPARATE = "separate-"
"""Begins what the button of a joined line says."""
ON_A_PAGE = 50
"""Each open action has a list of all organisations, and a form at most a thousand fields."""


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def report(request, slug, session):
    """For who runs the event: all its lines; buttons keep the order, join what is ticked, and make entries."""
    page = event_for(request, slug)
    named = session_in(page, session)
    problems = {}
    if request.method == "POST":
        problems = _problems(request, page.identity, named.key)
        if problems == {}:
            return HttpResponseRedirect(_goes_on(request))
    return _shown(request, page, named, problems)


def _problems(request, event, key):
    """Does what the button says; by key of a line, what kept an entry from being made of it. None where the button was
    refused: what was filled in for it is not kept by half, it stands in its fields."""
    with refused_above(request), transaction.atomic():
        return _act(request, event, key)


def _shown(request, page, named, problems):
    is_wrong = problems != {}
    found = Paginator(lines_of(page.identity, named.key, request.user).prefetch_related("joined"), ON_A_PAGE)
    here = found.get_page(request.GET.get("page"))
    lines = list(here)
    ticked = set(request.POST.getlist("l")) if is_wrong else set()
    if request.GET.get("tick") == "all":
        ticked = {str(line.pk) for line in lines}
    context = {
        "event": page.title, "lang": page.locale.language_code, "session": named,
        "rows": _with_drafts(_rows(here, lines, problems or {}, request, ticked), request.user), "here": here,
        "send_url": reverse("capture:send", args=[page.slug]) if drafts_of(page.identity, request.user) else "",
        "up_url": reverse("capture:event", args=[page.slug]),
    }  # fmt: skip
    return render(request, "capture/report.html", context, status=400 if is_wrong else 200)


def _rows(here, lines, problems, request, ticked):
    return shown_lines(lines, other_sides(lines), problems, request, ticked, first=max(here.start_index(), 1))


def _act(request, event, key):
    names = {"event": event, "session_key": key, "by": request.user}
    fill_in(request.POST, **names)
    ticked = [found for text in request.POST.getlist("l") if (found := key_in(text))]
    done = request.POST.get("do", "")
    if done.startswith(SEPARATE):
        _separate(request, CapturedLine.objects.of(event, key), done.removeprefix(SEPARATE))
    elif done == "join":
        join_lines(keys=ticked, **names)
    elif done == "take-out":
        take_out_lines(keys=ticked, **names)
    elif done == "make":
        return _made(request, ticked, names)
    else:
        there = lines_of(event, key, request.user).values_list("pk", flat=True)
        order_lines(keys=_order(request.POST, list(there)), **names)
    return {}


def _with_drafts(rows, user):
    """The same lines; those of which a draft of this person was made lead to it."""
    keys = {row.line.became_id for row in rows if row.line.became_id and row.end is None}
    mine = RecordIdentity.objects.filter(pk__in=keys, kind=OUTPUT.key, contributors=user.pk).in_bulk()
    for row in rows:
        if identity := mine.get(row.line.became_id):
            row.draft_url = reverse("contribute:overview", args=[OUTPUT, identity.code])
    return rows


def _goes_on(request):
    """The same page; with each of its lines ticked where that was asked for."""
    query = {name: request.GET[name] for name in ("page",) if name in request.GET}
    if request.POST.get("do") == "tick":
        query["tick"] = "all"
    return f"{request.path}?{urlencode(query)}" if query else request.path


def _order(sent, there):
    """The keys of all lines by their numbers: those that were given for the lines of one page, and for the others the
    places where they stand (`there`)."""
    numbers = {key: place for place, key in enumerate(there, 1)}
    for name, value in sent.items():
        key = key_in(name.removeprefix("p-")) if name.startswith("p-") else None
        if key in numbers:
            given = value.strip()
            numbers[key] = int(given[:6]) if given.isdecimal() else len(there) + 1
    return sorted(there, key=numbers.get)


def _separate(request, lines, text):
    line = lines.filter(pk=key_in(text)).first()
    if line is None:
        raise Http404
    separate_line(line=line, by=request.user)


def _made(request, ticked, names):
    """Makes entries of the lines that were ticked; by key of a line, what kept one from being made."""
    if not ticked:
        raise ValidationError(_("Tick the lines of which entries are to be made; “Tick all” ticks every line."))
    made = make_entries(keys=ticked, **names)
    said = _("New drafts of outputs: %(outputs)d. New actions: %(actions)d.")
    messages.success(request, said % {"outputs": made.outputs, "actions": made.actions})
    return made.problems
