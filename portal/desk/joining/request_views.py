"""Requests to join, before those who can let somebody in: each line decided by one click, or several at once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.access.enums import Action
from portal.access.policy import can
from portal.core.limits import limited
from portal.core.refusals import refused_in
from portal.desk.joining.forms import ReasonForm
from portal.desk.joining.request_lines import lines_of
from portal.directory.joining import accept_request, ask_for_organisation, decline_request
from portal.directory.models import Organisation
from portal.directory.rights import is_member


@login_required
@require_safe
def requests(request):
    """What waits for this person; nothing for who can let nobody in."""
    return render(request, "joining/requests.html", {"lines": lines_of(request.user)})


@login_required
@require_POST
def decide(request):
    """Decides the requests that were ticked, or the one whose button was pressed."""
    word, _sep, key = request.POST.get("decision", "").partition(":")
    keys = [key] if key else request.POST.getlist("key")
    known = {str(line.request.key): line for line in lines_of(request.user)}
    if word not in ("accept", "decline"):
        raise Http404
    done = sum(_decided(known[key], request, word) for key in keys if key in known)
    text = ngettext("%(count)d request decided.", "%(count)d requests decided.", done) % {"count": done}
    messages.success(request, text)
    return HttpResponseRedirect(reverse("joining:requests"))


def _decided(line, request, word):
    try:
        if word == "accept":
            accept_request(request=line.request, by=request.user, organisation=line.organisation)
        else:
            decline_request(request=line.request, by=request.user)
    except (ValidationError, PermissionDenied) as error:
        messages.error(request, " ".join(getattr(error, "messages", [])) or _("You cannot decide this one."))
        return False
    return True


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("join_organisation")
def join_organisation(request, slug):
    """A member asks to belong to an organisation; absent where one may not know of it."""
    organisation = get_object_or_404(Organisation.objects.live(), slug=slug)
    if not (is_member(request.user) and can(request.user, Action.KNOW, organisation)):
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            ask_for_organisation(user=request.user, organisation=organisation, **form.cleaned_data)
            messages.success(request, _("Your request is sent."))
            return HttpResponseRedirect(organisation.get_absolute_url())
    context = {"form": form, "organisation": organisation}
    return render(request, "joining/join_organisation.html", context, status=400 if form.errors else 200)
