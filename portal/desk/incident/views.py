"""The page of an incident: report it, see who saw the entry and that it is gone, write down what was done.

For who may withdraw the entry, or could before; absent for everybody else.
"""

from contextlib import suppress

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.access.enums import Action
from portal.access.models import Incident
from portal.access.policy import can
from portal.access.services import ChangedMeanwhile, may_report
from portal.core.csv_table import table_response
from portal.core.limits import limited
from portal.core.refusals import refused_is_absent
from portal.desk.by_code import identity_for
from portal.desk.incident import reporting
from portal.desk.incident.forms import CloseForm, ReportForm
from portal.desk.incident.gone import checks_of
from portal.desk.incident.open_to import spans_of
from portal.desk.incident.seen_lines import lines_of, sums_of

LINES = ("organisation", "who", "way", "at", "until")
CHECK = "check"
"""In the address: that the portal is asked whether it is gone."""
SUMS = ("organisation", "way", "count")


@require_http_methods(["GET", "HEAD", "POST"])
@limited("act")
def incident(request, code):
    """The form while no report of the entry is open, else the report; closed ones below."""
    identity = identity_for(request, code, _may_see)
    opened = reporting.open_incident(identity)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and opened is None and form.is_valid():
        _refused_is_absent(reporting.report, identity=identity, by=request.user, **form.cleaned_data)
        return HttpResponseRedirect(f"{_address(identity)}?{CHECK}=1")
    if request.method == "POST" and not form.errors:
        return HttpResponseRedirect(_address(identity))
    return _page(request, identity, opened, form=form)


@require_POST
def close(request, code):
    """What was done: the end of the open report."""
    identity = identity_for(request, code, _may_see)
    opened, form = reporting.open_incident(identity), CloseForm(request.POST)
    if opened is not None and not form.is_valid():
        return _page(request, identity, opened, close_form=form)
    if opened is not None:
        _refused_is_absent(reporting.close, incident=opened, by=request.user, **form.cleaned_data)
    return HttpResponseRedirect(_address(identity))


@require_safe
def seen(request, code):
    """Who saw it, as a file: line by line for who may see the log, in sums for editors."""
    identity = identity_for(request, code, _may_see)
    found = reporting.seen_of(identity)
    if can(request.user, Action.SEE_LOG, identity):
        columns, rows = LINES, lines_of(found, request.user)
    else:
        columns, rows = SUMS, sums_of(found, request.user)
    cells = ([_cell(getattr(row, name)) for name in columns] for row in rows)
    return table_response(columns, cells, f"seen-{identity.code}")


def _page(request, identity, opened, form=None, close_form=None):
    found = reporting.seen_of(identity)
    sees_log = can(request.user, Action.SEE_LOG, identity)
    context = {
        "code": identity.code,
        "is_withdrawn": identity.withdrawn_at is not None,
        "incident": opened,
        "closed": Incident.objects.filter(identity=identity).exclude(closed_at=None),
        "form": form or ReportForm(),
        "close_form": close_form or CloseForm(),
        # Dozens of questions to the whole portal: asked when somebody asks.
        "checks": checks_of(identity) if identity.withdrawn_at and CHECK in request.GET else [],
        "spans": spans_of(identity),
        "lines": lines_of(found, request.user) if sees_log else [],
        "sums": [] if sees_log else sums_of(found, request.user),
    }
    has_errors = any(each is not None and each.errors for each in (form, close_form))
    return render(request, "incident/incident.html", context, status=400 if has_errors else 200)


def _may_see(user, identity):
    # Nothing of what was never published can have leaked from here; of what was, something may be withdrawn by now.
    return may_report(user, identity) and bool(spans_of(identity))


def _refused_is_absent(act, **given):
    """What somebody else did a moment before is shown; what one may not do is absent."""
    with refused_is_absent(), suppress(ChangedMeanwhile):
        act(**given)


def _address(identity):
    return reverse("incidents:incident", args=[identity.code])


def _cell(value):
    return value.isoformat(timespec="minutes") if hasattr(value, "isoformat") else value
