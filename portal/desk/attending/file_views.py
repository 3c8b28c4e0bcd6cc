"""Participants as files, for who runs the event: a template to fill in, the filled one, the list to take."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from events.attending.services import import_participants
from events.attending.sheet import COLUMNS, template
from events.attending.shown import participants_of
from events.attending.words import roles_at_events
from portal.core.csv_table import table_response
from portal.core.limits import limited
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.attending.forms import FileForm
from portal.desk.attending.participant_views import page_with_list
from portal.desk.event_at import event_run_by, note_event_read

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def import_file(request, slug):
    """Puts the rows of a file into the list: all, or none with every wrong cell named."""
    page = event_run_by(request, slug)
    url = reverse("attending:participants", args=[page.slug])
    if request.method != "POST":
        return HttpResponseRedirect(url)
    form, wrong = FileForm(request.POST, request.FILES), ()
    if form.is_valid():
        done = _imported(form, page, request.user)
        if done is not None and not done.wrong:
            facts = {"added": done.added, "changed": done.changed}
            messages.success(request, _("Added: %(added)d. In the list already: %(changed)d.") % facts)
            return HttpResponseRedirect(url)
        wrong = done.wrong if done else ()
    return page_with_list(request, page, file_form=form, wrong=wrong)


@login_required
@require_safe
def template_file(request, slug):
    """The spreadsheet to fill in."""
    page = event_run_by(request, slug)
    return _file(template([role.label for role in roles_at_events()]), XLSX, f"{page.slug}-participants.xlsx")


@login_required
@require_safe
def csv_file(request, slug):
    """The whole list, with the columns of the template."""
    page = event_run_by(request, slug)
    note_event_read(request, page)
    people = participants_of(page.key, is_full=True)
    rows = [(p.name, p.email, p.organisation, p.role, "yes" if p.is_listed else "no") for p in people]
    return table_response(COLUMNS, rows, f"{page.slug}-participants")


def _imported(form, page, user):
    with refused_is_absent(), refused_in(form, "file"):
        return import_participants(event=page.read_identity, file=form.cleaned_data["file"], by=user)


def _file(data, content_type, name):
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response
