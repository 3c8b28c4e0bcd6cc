"""The people of one organisation, for its focal points and for editors: invite, end, name who speaks for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.core.limits import too_often
from portal.core.refusals import refused_above, refused_in
from portal.desk.joining.forms import InviteForm
from portal.desk.joining.people_actions import ACTIONS, invited
from portal.directory.models import HandOver, Membership, Nomination, Organisation
from portal.directory.rights import is_editor, manages, speaks_for
from portal.directory.speaking import takes_two


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people(request):
    """The page of one organisation's people; absent for who manages none, or not this one."""
    organisation = _organisation(request)
    form = InviteForm(None, organisation=organisation, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST":
        action = request.POST.get("action", "")
        if action == "invite":
            form = InviteForm(request.POST, organisation=organisation)
            if form.is_valid() and (answer := _invited(request, organisation, form)):
                return answer
        else:
            _done(request, organisation, action)
            return _back(request, organisation)
    return render(
        request, "joining/people.html", _context(request, organisation, form), status=400 if form.errors else 200
    )


def _organisation(request):
    """The one that the address names, else the first for which this person speaks. Raises Http404."""
    if code := request.GET.get("organisation"):
        found = Organisation.objects.live().filter(code=code.upper()).first()
        if found is None or not manages(request.user, found):
            raise Http404
        return found
    found = speaks_for(request.user).first()
    if found is None:
        raise Http404
    return found


def _invited(request, organisation, form):
    if refusal := too_often(request, "invite"):
        return refusal
    with refused_in(form):
        messages.success(request, invited(by=request.user, organisation=organisation, **form.cleaned_data))
        return _back(request, organisation)
    return None


def _done(request, organisation, action):
    """Does what a button says; what is wrong with it is said above the page."""
    if action not in ACTIONS:
        raise Http404
    with refused_above(request):
        messages.success(request, ACTIONS[action](request, organisation))


def _back(request, organisation):
    if not manages(request.user, organisation):
        # They ended their own membership.
        return HttpResponseRedirect(reverse("my:home"))
    return HttpResponseRedirect(f"{reverse('joining:people')}?organisation={organisation.code}")


def _context(request, organisation, form):
    rows = Membership.objects.filter(organisation=organisation, is_active=True, member__is_active=True)
    open_ones = {"organisation": organisation, "decided_at": None}
    editor = is_editor(request.user)
    return {
        "organisation": organisation,
        "others": speaks_for(request.user).exclude(pk=organisation.pk),
        "speaks": speaks_for(request.user).filter(pk=organisation.pk).exists(),
        "form": form,
        "memberships": rows.select_related("member__user").order_by("-is_focal_point", "is_deputy", "pk"),
        "invitations": organisation.invitations.open(),
        "takes_two": takes_two(organisation),
        "is_editor": editor,
        "nominations": Nomination.objects.filter(**open_ones).select_related("member__user") if editor else (),
        "hand_overs": HandOver.objects.filter(**open_ones).select_related("member__user") if editor else (),
    }
