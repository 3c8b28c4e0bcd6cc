"""What editors decide about who joins and who speaks, over all organisations; absent for everybody else."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.doors import entitled_only
from portal.core.limits import too_often
from portal.desk.joining.forms import InviteForm
from portal.desk.joining.people_actions import invited, named_row
from portal.directory.inviting import revoke
from portal.directory.models import HandOver, Invitation, Nomination, Organisation
from portal.directory.rights import ADMIN_PERMISSION

editors = entitled_only(ADMIN_PERMISSION)


@editors
@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request):
    """An editor invites anybody, into any organisation or none; those that wait stand below and can be taken back."""
    if request.POST.get("action") == "revoke":
        revoke(invitation=named_row(Invitation.objects.open(), request), by=request.user)
        return _back(request, _("The invitation is taken back."))
    form = InviteForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and (answer := too_often(request, "invite") or _invited(request, form)):
        return answer
    waiting = Invitation.objects.open().select_related("organisation", "invited_by")
    context = {"form": form, "invitations": waiting}
    return render(request, "joining/invitations.html", context, status=400 if form.errors else 200)


def _invited(request, form):
    """The answer to an invitation that went out; None when something is wrong with it."""
    if not form.is_valid():
        return None
    organisation = form.cleaned_data["organisation"]
    if organisation is not None and organisation.is_frozen:
        form.add_error("organisation", _("It is contested who speaks for it: nobody can join now."))
        return None
    return _back(request, invited(by=request.user, **form.cleaned_data))


def _back(request, sentence):
    messages.success(request, sentence)
    return HttpResponseRedirect(reverse("joining:invitations"))


@editors
@require_safe
def speakers(request):
    """Nominations, hand-overs and contested organisations that wait for editors."""
    context = {
        "nominations": Nomination.objects.filter(decided_at=None).select_related("organisation", "member__user"),
        "hand_overs": HandOver.objects.filter(decided_at=None).select_related("organisation", "member__user"),
        "frozen": Organisation.objects.live().exclude(frozen_at=None),
    }
    return render(request, "joining/speakers.html", context)
