"""Progress reported by the link of a mail: the signed address entitles one person to report on one action. Reading it
changes nothing, since scanners of mails open addresses. It shows the task to who was given it (decision 0034)."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.actions.links import read_report
from events.actions.reading import state_word
from events.actions.services import report_progress
from events.actions.task import task_of
from portal.core.doors import personal_link
from portal.core.limits import limited_link
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.actions.forms import ReportForm


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited_link
def report(request, token):
    """The form to report, for the person who got the mail; absent for a link that is not ours or has ended."""
    action, link_key = read_report(token, is_sent=request.method == "POST")
    if action is None:
        raise Http404
    form = ReportForm(request.POST if request.method == "POST" else None, action=action)
    is_kept = request.method == "POST" and form.is_valid() and _kept(form, action, link_key)
    if is_kept:
        action.refresh_from_db()
    elif not action.is_open:
        raise Http404
    # What is done or dropped has no more to report: the link has ended.
    form = form if not is_kept else ReportForm(action=action) if action.is_open else None
    context = {"action": task_of(action), "state": state_word(action.state), "form": form, "is_kept": is_kept}
    return render(request, "actions/report.html", context, status=400 if form is not None and form.errors else 200)


def _kept(form, action, link_key):
    with refused_is_absent(), refused_in(form):
        report_progress(action=action, link_key=link_key, **form.cleaned_data)
    return form.is_valid()
