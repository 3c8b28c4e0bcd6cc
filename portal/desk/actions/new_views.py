"""A new action, begun anywhere: what it came out of stands in the address."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from events.actions.origins import origin_of
from events.actions.rights import may_open
from events.actions.services import open_action
from portal.access.enums import Level
from portal.core.limits import limited
from portal.core.refusals import refused_in
from portal.desk.actions.forms import NewForm
from portal.desk.actions.mail_limits import may_write_to
from portal.linkage.ends import ends_for


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def new(request):
    """The short form; absent for who is not of the community. `?event=…&session=…&output=…&idea=…` say what it came out
    of: what the reader may not know of is left out, as what there is not. Sent again, it leads to what it made."""
    if not may_open(request.user):
        raise Http404
    origin = origin_of(request.GET, request.user)
    form = NewForm(request.POST or None, user=request.user, initial={"level": Level.MEMBERS.value})
    if request.method == "POST" and form.is_valid() and may_write_to(form, request):
        made = _made(form, request.user, origin)
        if made is not None:
            return HttpResponseRedirect(made.get_absolute_url())
    ends = ends_for([each.pk for each in origin.identities], request.user)
    context = {"form": form, "came_from": list(ends.values())}
    return render(request, "actions/new.html", context, status=400 if form.errors else 200)


def _made(form, user, origin):
    """The action; None when something is wrong, which then stands in the form."""
    with refused_in(form):
        return open_action(by=user, origin=origin, **form.said())
