"""One request for its two sides, the lists of them, and what editors see and agree to."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.access.readers import takes_part
from portal.core.doors import entitled_only
from portal.core.limits import limited
from portal.directory.rights import ADMIN_PERMISSION
from practices.requests import services
from practices.requests.acting import done, parts_of
from practices.requests.lists import lists_for, progress_for, to_agree
from practices.requests.models import Approval, DataRequest
from practices.requests.reading import as_read
from practices.requests.sides import ASKED, is_theirs, sides_of

editors = entitled_only(ADMIN_PERMISSION)


@login_required
@require_safe
def own_requests(request):
    """What waits for one's answer, and what one asked; absent for who is not of the community."""
    if not takes_part(request.user):
        raise Http404
    return render(request, "requests/list.html", {"lists": lists_for(request.user)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("answer")
def one_request(request, code):
    """A request with its trail and what one may do with it; absent for everybody but its two sides."""
    found = DataRequest.objects.visible_to(request.user).filter(code=code.upper()).first()
    if found is None:
        raise Http404
    parts = parts_of(found, request.user, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = _answered(request, found, parts)
        if status == DONE:
            messages.success(request, _("Kept: %(step)s.") % {"step": found.steps.last().get_act_display()})
            return HttpResponseRedirect(found.get_absolute_url())
    context = {
        "request_read": as_read(found, request.user),
        "parts": parts,
        "approval": _waiting(found, request.user),
        "unheeded": request.POST.get("decide-note", "") if status == OVERTAKEN else "",
        "is_overtaken": status == OVERTAKEN,
    }
    return render(request, "requests/request.html", context, status=status)


DONE, WRONG, OVERTAKEN = 302, 400, 409
AGREED = {"yes": _lazy("You agreed: the approval counts now."), "no": _lazy("You did not agree: nothing was opened.")}


def _answered(request, found, parts):
    """The status of the answer to a button: somebody may have been quicker than who pressed it. Raises Http404 for one
    that is never theirs."""
    try:
        return DONE if done(found, request.user, request.POST, parts) else WRONG
    except (LookupError, PermissionDenied) as refused:
        if is_theirs(request.user, request.POST.get("act"), found):
            return OVERTAKEN
        raise Http404 from refused


def _waiting(found, user):
    """The Approval that waits, for the side that gave it; None for the other one, and when none waits."""
    is_asked = not sides_of(user, found).isdisjoint(ASKED)
    return Approval.objects.filter(request=found).first() if is_asked else None


@editors
@require_safe
def progress(request):
    """How far and how old each open request is, and what a second person is to agree to; for editors."""
    context = {"rows": progress_for(request.user), "approvals": list(to_agree(request.user))}
    return render(request, "requests/progress.html", context)


@editors
@require_POST
def agree(request, key):
    """An editor agrees that an entry is opened to who asked, or does not; absent when it was overtaken."""
    approval = to_agree(request.user).filter(pk=key).first()
    answers = {"yes": True, "no": False}
    if approval is None or request.POST.get("says") not in answers:
        raise Http404
    try:
        services.agree(approval=approval, by=request.user, agrees=answers[request.POST["says"]])
    except PermissionDenied:
        messages.error(request, _("Somebody was quicker, or it was taken back. Nothing was opened."))
    except ValidationError as refused:
        messages.error(request, " ".join([*refused.messages, _("Nothing was opened.")]))
    else:
        messages.success(request, AGREED[request.POST["says"]])
    return HttpResponseRedirect(reverse("requests:progress"))
