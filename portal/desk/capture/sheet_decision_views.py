"""One sheet, for who decides on it: who speaks for its organisation, or where nobody does, who runs the event."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.capture.enums import SheetState, Wanted
from events.capture.models import Sheet
from events.capture.reading import event_title
from events.capture.rights import may_decide, may_see
from events.capture.services import confirm_sheet, decline_sheet
from portal.access.models import RecordIdentity
from portal.core.limits import limited
from portal.core.refusals import refused_above, refused_is_absent
from portal.desk.capture.event_forms import ConfirmForm
from portal.desk.contribute.drafts import entry_at, version_for
from portal.records.registry import kind as kind_by_key

CONFIRMED = gettext_lazy("Confirmed. What was made of it are drafts: nothing is published.")
WAITS = gettext_lazy("It waits for those who speak for the organisation. They are told.")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def sheet(request, key):
    """What was written, and two buttons: confirm, which makes drafts, or decline."""
    found = Sheet.objects.filter(pk=key).select_related("organisation", "event").first()
    if found is None or not may_see(request.user, found):
        raise Http404
    form = ConfirmForm(request.POST or None, user=request.user)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid() and _decided(request, found, form.cleaned_data["organisation"]):
            return HttpResponseRedirect(request.path)
    return render(request, "capture/sheet.html", _context(request, found, form), status=status)


def _decided(request, found, organisation):
    with refused_is_absent(), refused_above(request):
        if request.POST.get("do") == "decline":
            decline_sheet(sheet=found, by=request.user)
            messages.success(request, _("Declined. Nothing was made of it."))
        else:
            sheet = confirm_sheet(sheet=found, by=request.user, organisation=organisation)
            messages.success(request, WAITS if sheet.state == SheetState.SENT else CONFIRMED)
        return True
    return False


def _context(request, found, form):
    rows = list(found.rows.select_related("country", "level", "access_method").prefetch_related("data_kinds"))
    may = found.state == SheetState.SENT and may_decide(request.user, found)
    return {
        "sheet": found, "rows": rows, "event": event_title(found.event, request.user), "may_decide": may,
        "form": form if may and found.organisation is None else None, "drafts": _drafts(request.user, found, rows),
        "wanted": [Wanted(each).label for each in found.wanted if each in Wanted],
    }  # fmt: skip


def _drafts(user, found, rows):
    """The entries that it became, of which this person is a writer: as they left them, and where they go on."""
    keys = {found.became_id, *(row.became_id for row in rows)} - {None}
    identities = RecordIdentity.objects.filter(pk__in=keys, contributors=user.pk).order_by("code")
    return [_draft(user, identity) for identity in identities]


def _draft(user, identity):
    kind = kind_by_key(identity.kind)
    page, _identity = entry_at(kind, identity.code, user)
    draft = version_for(page, identity, user).page
    return {
        "title": draft.title, "lang": page.locale.language_code, "kind_label": kind.label, "code": identity.code,
        "url": reverse("contribute:overview", args=[kind, identity.code]),
    }  # fmt: skip
