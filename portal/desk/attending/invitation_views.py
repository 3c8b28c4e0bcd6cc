"""Whom an event invites: for who runs it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from events.attending.board import board_of, invited_sectors_of
from events.attending.events import is_over
from events.attending.models import EventInvitation
from events.attending.services import invite, invite_again, revoke
from events.attending.shown import invitations_of
from portal.core.languages import reading_language
from portal.core.limits import is_used_up, limited
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.attending.forms import InviteForm
from portal.desk.event_at import event_run_by, note_event_read
from portal.linkage.ends import ends_for

WRITTEN_ENOUGH = gettext_lazy("Enough was written there today. Try again tomorrow.")
ways = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@ways
@limited("action")
def invitations(request, slug):
    """The board, everybody who was invited, and the form to invite."""
    page = event_run_by(request, slug)
    form = InviteForm(
        request.POST or None, user=request.user, sectors=invited_sectors_of(page.key),
        initial={"language": reading_language()},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _may_write(form, page, request):
        made = _done(form, lambda: _invited(page, request.user, form.cleaned_data))
        if made is not None:
            said = ngettext("%(n)d invitation goes out.", "%(n)d invitations go out.", len(made))
            messages.success(request, said % {"n": len(made)})
            return HttpResponseRedirect(reverse("attending:invitations", args=[page.slug]))
    note_event_read(request, page)
    context = {
        "end": ends_for([page.key], request.user)[page.key],
        "slug": page.slug,
        "board": board_of(page, is_full=True),
        "invitations": invitations_of(page.key),
        "form": None if is_over(page) else form,
    }
    return render(request, "attending/invitations.html", context, status=400 if form.errors else 200)


@login_required
@ways
@limited("action")
def one(request, slug, key):
    """Takes one invitation back, or writes once more; reading leads to the list."""
    page = event_run_by(request, slug)
    url = reverse("attending:invitations", args=[page.slug])
    if request.method == "POST":
        invitation = get_object_or_404(EventInvitation, key=key, event=page.key)
        if "revoke" not in request.POST and _is_written_enough(invitation.email, request):
            messages.error(request, WRITTEN_ENOUGH)
            return HttpResponseRedirect(url)
        try:
            if "revoke" in request.POST:
                revoke(invitation=invitation, by=request.user)
                said = _("The invitation was taken back; its link has ended.")
            else:
                invite_again(invitation=invitation, by=request.user, stamp=request.POST.get("stamp"))
                said = _("Invited again.")
            messages.success(request, said)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        except PermissionDenied as refused:
            raise Http404 from refused
    return HttpResponseRedirect(url)


def _may_write(form, page, request):
    """Whether those whose invitation was taken back may get another one today; else the form says so."""
    asked = [each.email.lower() for each in form.cleaned_data["people"]]
    rows = EventInvitation.objects.filter(event=page.key, email__in=asked, revoked_at__isnull=False)
    if any(_is_written_enough(each.email, request) for each in rows):
        form.add_error("people", WRITTEN_ENOUGH)
    return not form.errors


def _is_written_enough(address, request):
    return bool(address) and is_used_up(request, "invited_again", address, by=request.user.pk)


def _invited(page, user, said):
    return invite(
        event=page.read_identity, invitees=said["people"], by=user, organisation=said["organisation"],
        sector=said["sector"], language=said["language"], answer_by=said["answer_by"],
    )  # fmt: skip


def _done(form, act):
    """What a service gave; None when it refused, which then stands in the form."""
    with refused_is_absent(), refused_in(form):
        return act()
