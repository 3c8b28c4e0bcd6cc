"""One action: its page, with the form to report; its words; who does it and by when."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.actions.queries import address_for
from events.actions.rights import may_change, may_report
from events.actions.services import change_due, edit_action, hand_on, report_progress
from events.actions.shown import shown_action
from portal.access.models import RecordIdentity
from portal.core.limits import limited
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.actions.forms import ChangeForm, HandOnForm, ReportForm
from portal.desk.actions.found import action_for
from portal.desk.actions.mail_limits import may_write_to


@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def action(request, slug):
    """The page of an action; who may report does it there."""
    found, identity = action_for(request, slug, may_report if request.method == "POST" else None)
    form = ReportForm(request.POST or None, action=found)
    if request.method == "POST" and form.is_valid():
        done = _done(form, lambda: report_progress(action=found, by=request.user, **form.cleaned_data))
        if done:
            messages.success(request, _("Kept. Thank you."))
            return HttpResponseRedirect(found.get_absolute_url())
    shown = shown_action(found, identity, request.user)
    context = {"action": shown, "form": form if shown.may_report else None}
    return render(request, "actions/action.html", context, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def change(request, slug):
    """Its words, countries, sectors and what it led to; absent for who may not change it."""
    found, _identity = action_for(request, slug, may_change)
    led_to = list(found.led_to.all())
    known = RecordIdentity.objects.visible_to(request.user).filter(pk__in=[each.pk for each in led_to])
    codes = sorted(known.values_list("code", flat=True))
    initial = {
        "title": found.title, "details": found.details, "led_to": ", ".join(codes),
        "countries": found.countries.all(), "sectors": found.sectors.all(),
    }  # fmt: skip
    kept = [each for each in led_to if each.code not in codes]
    form = ChangeForm(request.POST or None, user=request.user, kept=kept, initial=initial)
    edit = partial(edit_action, action=found, by=request.user)
    if request.method == "POST" and form.is_valid() and _done(form, lambda: edit(**form.cleaned_data)):
        return HttpResponseRedirect(found.get_absolute_url())
    return render(request, "actions/change.html", {"form": form, "found": found}, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def hand(request, slug):
    """Who does it, and by when; absent for who may not change it. An address stands there for who gave it alone."""
    found, _identity = action_for(request, slug, may_change)
    initial = {
        "organisation": found.organisation, "person": getattr(found.person, "member", None),
        "person_email": address_for(found, request.user), "due_on": found.due_on,
    }  # fmt: skip
    known = [found.person] if found.person else []
    form = HandOnForm(request.POST or None, user=request.user, known=known, initial=initial)
    is_sent = request.method == "POST" and form.is_valid() and may_write_to(form, request)
    if is_sent and _done(form, lambda: _handed(found, request.user, form)):
        return HttpResponseRedirect(found.get_absolute_url())
    return render(request, "actions/hand_on.html", {"form": form, "found": found}, status=400 if form.errors else 200)


@transaction.atomic
def _handed(found, user, form):
    """Each of the two that is another; both with the same note. The day first: who hands it on may not change it any
    more."""
    data, changed = form.cleaned_data, set(form.changed_data)
    if "due_on" in changed:
        change_due(action=found, by=user, due_on=data["due_on"], note=data["note"])
    if changed & {"organisation", "person", "person_email"}:
        # Another organisation alone: who did it for the one before does it no more.
        person = None if changed & {"organisation", "person"} == {"organisation"} else data["person"]
        whom = {"organisation": data["organisation"], "person_email": data["person_email"], "person": person}
        hand_on(action=found, by=user, note=data["note"], **whom)


def _done(form, do):
    """Whether a service did it; what it refused stands in the form. Http404 for who may not any more."""
    with refused_is_absent(), refused_in(form):
        do()
    return form.is_valid()
