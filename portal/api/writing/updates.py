"""How far a follow-up action is, as a program says it: the form and the service of the action's page."""

from django.core.exceptions import ValidationError

from events.actions.models import FollowUpAction
from events.actions.rights import may_report
from events.actions.services import report_progress
from portal.api.answers import answer
from portal.api.problems import fields_are_wrong, wrong_in
from portal.core.refusals import refused_in
from portal.desk.actions.forms import ReportForm
from portal.desk.actions.found import action_for


def report(request, code, body):
    """One update more in the trail of an action; sent again, it is the same one. Absent for who may not report."""
    slug = FollowUpAction.objects.filter(code=code.upper()).values_list("slug", flat=True).first()
    action, identity = action_for(request, slug or "", may_report)
    form = ReportForm({"state": body.state, "note": body.note}, action=action)
    update = None
    if form.is_valid():
        with refused_in(form):
            update = report_progress(action=action, by=request.user, **form.cleaned_data)
    if update is None:
        raise fields_are_wrong(wrong_in(ValidationError(form.errors.as_data())))
    said = {"code": identity.code, "state": update.state, "note": update.note, "at": update.at.isoformat()}
    return answer(request, said, status=201)
