"""The editors' list of what waits, outside the admin; absent for everybody else."""

from itertools import groupby

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.access.models import RecordIdentity
from portal.core.doors import entitled_only
from portal.desk.reviewing.week import decisions_for
from portal.directory.rights import ADMIN_PERMISSION
from portal.records.models import Answer
from portal.records.silence import decide_stale

editors = entitled_only(ADMIN_PERMISSION)


class AnswerForm(forms.Form):
    """What an editor says of an entry of which nobody can be asked."""

    code = forms.CharField()
    says = forms.ChoiceField(choices=Answer)


@editors
@require_safe
def week(request):
    groups = [(label, list(each)) for label, each in groupby(decisions_for(request.user), key=lambda one: one.label)]
    return render(request, "reviewing/week.html", {"groups": groups, "answers": Answer.choices})


@editors
@require_POST
def decide(request):
    """Answers for an entry of which nobody can be asked."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Http404
    identity = get_object_or_404(RecordIdentity, code=form.cleaned_data["code"])
    try:
        decide_stale(identity=identity, by=request.user, says=form.cleaned_data["says"])
    except PermissionDenied:
        messages.error(request, _("Somebody changed this meanwhile. Look at it again."))
    else:
        messages.success(request, _("Decided: “%(title)s”.") % {"title": identity.code})
    return HttpResponseRedirect(reverse("reviewing:week"))
