"""Who comes to an event: a member sees those who agreed to be listed, who runs it everybody."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from events.attending.models import Participant
from events.attending.services import add_participant, remove_participant, say_consent
from events.attending.shown import own_participation, participants_of
from events.rights import runs
from portal.core.limits import limited
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.attending.forms import FileForm, ParticipantForm
from portal.desk.event_at import event_read_by, event_run_by, note_event_read
from portal.linkage.ends import ends_for

ways = require_http_methods(["GET", "HEAD", "POST"])
LISTED = gettext_lazy("Members of the portal see the name now.")
NOT_LISTED = gettext_lazy("The name is shown to those who run the event alone.")


@login_required
@ways
@limited("action")
def participants(request, slug):
    """The list, for members who may read the event; who runs it adds people here."""
    page = (event_run_by if request.method == "POST" else event_read_by)(request, slug)
    form = ParticipantForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid() and _added(form, page, request.user):
        messages.success(request, _("Added."))
        return HttpResponseRedirect(_url(page))
    return page_with_list(request, page, form=form)


@login_required
@ways
@limited("action")
def one(request, slug, key):
    """Takes somebody out of the list, or says whether they agreed to be listed; for who runs the event."""
    page = event_run_by(request, slug)
    if request.method == "POST":
        person = Participant.objects.filter(key=key, event=page.key).first()
        if person is None and "remove" in request.POST:
            # Taken out already: the same was sent again.
            return HttpResponseRedirect(_url(page))
        if person is None:
            raise Http404
        try:
            messages.success(request, _done(request, person))
        except PermissionDenied as refused:
            raise Http404 from refused
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    return HttpResponseRedirect(_url(page))


@login_required
@ways
@limited("action")
def consent(request, slug):
    """Whether one's own name is listed: for who is in the list themselves."""
    page = event_read_by(request, slug)
    if request.method == "POST":
        own = own_participation(page.key, request.user)
        if own is None:
            raise Http404
        is_listed = request.POST.get("listed") == "yes"
        say_consent(participant=own, is_listed=is_listed, by=request.user)
        messages.success(request, LISTED if is_listed else NOT_LISTED)
    return HttpResponseRedirect(_url(page))


def page_with_list(request, page, *, form=None, file_form=None, wrong=()):
    """The page of the list, with what was sent and is wrong: `wrong` are cells of a file."""
    is_full = runs(request.user, page.read_identity)
    note_event_read(request, page)
    context = {
        "end": ends_for([page.key], request.user)[page.key],
        "slug": page.slug,
        "is_full": is_full,
        "participants": participants_of(page.key, is_full=is_full),
        "own": own_participation(page.key, request.user),
        "form": (form or ParticipantForm(user=request.user)) if is_full else None,
        "file_form": (file_form or FileForm()) if is_full else None,
        "wrong": wrong,
    }
    is_wrong = wrong or (form and form.errors) or (file_form and file_form.errors)
    return render(request, "attending/participants.html", context, status=400 if is_wrong else 200)


def _done(request, person):
    """Does what the button says, and returns the sentence for it."""
    if "remove" in request.POST:
        remove_participant(participant=person, by=request.user)
        return _("Taken out of the list.")
    is_listed = request.POST.get("listed") == "yes"
    say_consent(participant=person, is_listed=is_listed, by=request.user, as_organiser=True)
    return LISTED if is_listed else NOT_LISTED


def _added(form, page, user):
    with refused_is_absent(), refused_in(form):
        add_participant(event=page.read_identity, by=user, **form.cleaned_data)
    return form.is_valid()


def _url(page):
    return reverse("attending:participants", args=[page.slug])
