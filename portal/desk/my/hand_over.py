"""A focal point asks the editors to name somebody else."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.directory.models import HandOver
from portal.directory.rights import speaks_for
from portal.directory.speaking import start_hand_over


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request):
    """Asks (GET), and puts it before the editors (POST); absent for who speaks for no organisation, or not this one."""
    code = request.GET.get("organisation", "")[:20]
    organisation = speaks_for(request.user).filter(code=code.upper()).first()
    if organisation is None:
        raise Http404
    if request.method == "POST":
        start_hand_over(organisation=organisation, member=request.user.member, cause=HandOver.Cause.ASKED)
        messages.success(request, _("The editors are told. Until they decide you speak for the organisation."))
        return HttpResponseRedirect(reverse("my:home"))
    return render(request, "my/hand_over.html", {"organisation": organisation})
