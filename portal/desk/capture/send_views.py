"""Sends the drafts of outputs of an event for review together, with one answer to “Who may see this?”."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.access.enums import Level
from portal.core.keys import key_in
from portal.core.limits import limited
from portal.core.refusals import refused_above
from portal.desk.capture.doors import event_for
from portal.desk.capture.sending import drafts_of, send_drafts, waiting_drafts
from portal.desk.contribute.access_form import AccessForm


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def send(request, slug):
    """For who runs the event: their drafts, those that can go ticked, and who may see those of which nobody said it."""
    page = event_for(request, slug)
    pages = drafts_of(page.identity, request.user)
    drafts = waiting_drafts(pages)
    form = _form(request, drafts)
    chosen = [each for each in pages if str(each.key) in request.POST.getlist("draft")]
    if request.method == "POST" and _sent(request, page, chosen, form):
        return HttpResponseRedirect(reverse("capture:event", args=[slug]))
    ticked = {key_in(text) for text in request.POST.getlist("draft")}
    context = {
        "event": page.title, "lang": page.locale.language_code, "form": form,
        "drafts": [(each, each.page.key in ticked if ticked else not each.missing) for each in drafts],
        "up_url": reverse("capture:event", args=[slug]),
    }  # fmt: skip
    return render(request, "capture/send.html", context, status=400 if request.method == "POST" else 200)


def _form(request, drafts):
    """Who may see it, as it is asked of the first draft of which nobody said it; None where it was said of all."""
    first = next((each for each in drafts if not each.is_answered), None)
    if first is None:
        return None
    data = None
    if request.method == "POST":
        # The questions must be answered: all of them go to the review.
        data = request.POST.copy()
        data["action-submit"] = "yes"
    return AccessForm(data, instance=first.page, user=request.user)


def _sent(request, page, chosen, form):
    """Whether they were sent; what kept them is said above the form or in it."""
    if form is not None and not form.is_valid():
        return False
    if not chosen:
        messages.error(request, _("Tick the drafts that are to be sent."))
        return False
    asked = form.asked_access() if form is not None else None
    if asked and Level.NAMED in (asked["listed_to"], asked["details_to"]) and not asked["named"]:
        form.add_error("named_organisations", _("Tick at least one organisation, or choose other people above."))
        return False
    number = len(chosen)
    said = ngettext("%(count)d draft was sent for review.", "%(count)d drafts were sent for review together.", number)
    with refused_above(request):
        send_drafts(pages=chosen, by=request.user, title=_("Outputs: %s") % page.title, asked=asked)
        messages.success(request, said % {"count": number})
        return True
    return False
