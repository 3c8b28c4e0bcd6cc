"""Several actions of a list at once: those that were ticked, and what is to change."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from events.actions.models import FollowUpAction
from events.actions.reading import rows_of
from events.actions.services import change_several
from portal.core.codes import codes_in
from portal.core.limits import limited
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.actions.forms import SeveralForm

MOST = 100


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def several(request):
    """The form for the actions whose codes are given (`a`), of those that one may change; absent without any."""
    codes = (request.POST if request.method == "POST" else request.GET).getlist("a")[:MOST]
    actions = list(_known(codes, request.user))
    rows = rows_of(actions, request.user)
    actions = [each for each in actions if rows[each.key].may_change]
    if not actions:
        raise Http404
    form = SeveralForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        changed = _changed(form, actions, request)
        if not changed.refused:
            return HttpResponseRedirect(reverse("actions:list"))
        # What was changed is done; the others stay on the form, with what was typed and why.
        actions = [each for each in actions if each in changed.refused]
    context = {"form": form, "rows": [rows[each.key] for each in actions]}
    return render(request, "actions/several.html", context, status=400 if form.errors else 200)


def _known(codes, user):
    rows = FollowUpAction.objects.visible_to(user).filter(code__in=codes_in(codes))
    return rows.select_related("organisation", "locale").order_by("due_on", "code")


def _changed(form, actions, request):
    """The Changed; what it refused stands in the form, how much was done in a message."""
    with refused_is_absent(), refused_in(form):
        changed = change_several(actions=actions, by=request.user, **form.cleaned_data)
        if errors := changed.errors():
            raise errors
    count = changed.updates
    if count or not changed.refused:
        messages.success(request, ngettext("%(n)d change kept.", "%(n)d changes kept.", count) % {"n": count})
    return changed
