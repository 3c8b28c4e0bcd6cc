"""An entry that one writes at: who may see it, what is missing, what is like it, and on to the review."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.services import ChangedMeanwhile
from portal.core.languages import under_prefix
from portal.core.refusals import refused_above, refused_in, refused_is_absent
from portal.desk.contribute.access_form import AccessForm
from portal.desk.contribute.authors import authors_only
from portal.desk.contribute.drafts import PUBLISHED, WAITING, message_of, state_of, working
from portal.desk.contribute.past_drafts import to_read
from portal.desk.contribute.places import Place
from portal.desk.contribute.preview import preview_of
from portal.desk.contribute.saving import save_access
from portal.desk.contribute.sections import sections_for
from portal.desk.contribute.sending import missing_of, send, similar_to
from portal.records import submissions
from portal.records.access_fields import waiting_wish
from portal.records.addresses import path_of
from portal.records.cut_levels import cut_of
from portal.records.linter.gate import told_of
from portal.records.named_owners import said_of_owners
from portal.records.panels import state_of as access_of
from portal.records.reads import note_read
from portal.records.trust import is_trusted_with


@authors_only
def overview(request, kind, code, author):
    """The state of an entry and what is next; a POST sends it for review or takes it back."""
    work = working(request, kind, code, author, is_part=True)
    place = Place(kind, work.identity.code)
    if request.method == "POST":
        return _acted(request, work, place, author)
    stored = kind.model.objects.get(pk=work.page.pk)
    current = stored.current_workflow_state
    state = _state_for(work, stored, current)
    context = {
        "place": place,
        "page": work.page,
        "state": state,
        "is_trusted": is_trusted_with(work.identity, request.user),
        "message": message_of(current) if work.is_writer else "",
        "owners": said_of_owners([work.identity.pk])[work.identity.pk] if _is_whole(work) else [],
        "missing": _missing(work, kind, author),
        "told": told_of(work.page),
        "published_url": under_prefix(path_of(stored)) if stored.live else "",
        # What is published already was compared before that.
        "similar": [] if stored.live or state == WAITING else similar_to(work.page, kind, work.identity, request.user),
        "access": access_of(work.page, work.identity, None if work.is_part else waiting_wish(work.identity)),
        "sections": sections_for(work, kind),
        "screens": () if work.is_part else range(1, len(kind.short.screens) + 1),
        "is_part": work.is_part,
        "may_take_back": current is not None and current.user_can_cancel(request.user),
    }
    return render(request, "desk/contribute/overview.html", context)


def _is_whole(work):
    return work.is_writer and not work.is_part


def _missing(work, kind, author):
    """What must be answered first; what was published without it is not for who writes a part of it."""
    return [] if work.is_part else missing_of(work.page, kind, author.organisation(work.identity))


def _state_for(work, stored, current):
    """Where it stands for this person: what others have changed and nobody reviewed is theirs."""
    state = state_of(stored, current)
    return state if work.is_writer or state == WAITING else PUBLISHED


def _acted(request, work, place, author):
    act = _send if "send" in request.POST else _take_back
    with refused_is_absent(), refused_above(request):
        act(request, work, place, author)
    return HttpResponseRedirect(place.overview_url)


def _send(request, work, place, author):
    """Sends what the person wrote; a draft of others is theirs to send."""
    if not work.is_writer:
        raise PermissionDenied
    if missing := _missing(work, place.kind, author):
        labels = ", ".join(each.label for each in missing)
        raise ValidationError(_("Answer these questions before you send it for review: %s.") % labels)
    if send(key=work.identity.key, kind=place.kind, by=request.user):
        messages.success(request, _("Sent for review. An editor looks at it; you are told what comes of it."))
    else:
        messages.success(request, _("Published at once, since your organisation is trusted with its own entries."))


def _take_back(request, work, place, author):
    stored = place.kind.model.objects.get(pk=work.page.pk)
    if stored.workflow_in_progress:
        submissions.take_back(page=stored, by=request.user)
        messages.success(request, _("Taken back. You can change it now, and send it again."))


@authors_only
def who(request, kind, code, author):
    """The last step: who may see this."""
    work = working(request, kind, code, author)
    place = Place(kind, work.identity.code)
    form = AccessForm(_data(request), instance=work.page, user=request.user)
    if request.method == "POST" and form.is_valid() and _kept(request, form, work):
        if "later" in request.POST:
            messages.success(request, _("Saved. You find it here when you come back."))
            return HttpResponseRedirect(reverse("contribute:home"))
        return HttpResponseRedirect(place.overview_url)
    note_read(request, work.identity.key)
    context = {"form": form, "place": place, "page": work.page, "before_url": _before(place)}
    context["told"] = told_of(work.page)
    context["cut"] = cut_of(form.identity, form.wish, work.page.text_starts_at)
    return render(request, "desk/contribute/who.html", context, status=400 if form.errors else 200)


def _data(request):
    """What was sent; that it goes on counts as sending for the questions, which then must be answered."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    if "continue" in data:
        data["action-submit"] = "yes"
    return data


def _kept(request, form, work):
    """Whether what was asked for is kept; what is wrong with it stands in the form."""
    asked = form.asked_access()
    if asked is None:
        return True
    try:
        with refused_in(form):
            save_access(work.page, work.identity, by=request.user, asked=asked)
    except ChangedMeanwhile:
        form.add_error(None, _("Somebody changed who may see this meanwhile. Look at it again, then save."))
    return not form.errors


def _before(place):
    return reverse("contribute:screen", args=[place.kind, place.code, len(place.kind.short.screens)])


@login_required
def preview(request, kind, code):
    """The draft as its readers would see it; of what one has left, what one wrote oneself."""
    work = to_read(request, kind, code)
    return preview_of(request, work, kind)
