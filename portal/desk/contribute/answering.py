"""What follows when a screen was sent: it is kept and goes on, or comes back with what is wrong, or with two texts."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.desk.contribute.drafts import may_stay_on_device
from portal.desk.contribute.saving import ChangedByOthers, save
from portal.desk.contribute.uploads import forget
from portal.desk.contribute.versions import as_sent
from portal.records.linter.gate import told_of
from portal.records.reads import note_read

CHOICE = "keep:"
"""Begins the name of a choice between two texts."""
OF_THE_FORM = {"csrfmiddlewaretoken", "seen", "version"}


def keep(request, asked, place, version, token=""):
    """Keeps a valid screen; `version` and `token` as the form said them."""
    choices = {name.removeprefix(CHOICE): value for name, value in request.POST.items() if name.startswith(CHOICE)}
    try:
        now = save(asked, version, choices, number_in(request.POST.get("seen")))
    except ChangedByOthers as changed:
        forget(asked.files)
        return _both_texts(request, asked, place, changed, version)
    except ValidationError as refused:
        forget(asked.files)
        asked.fields_form.add_error(None, refused.messages)
        return shown(request, asked, place, version, token)
    if asked.moved_to:
        messages.success(request, _("Moved. What you typed is saved as a draft."))
        return HttpResponseRedirect(f"{place.url}#{asked.moved_to}")
    return gone_on(request, place, now)


def gone_on(request, place, version):
    """Where it goes on after it was kept as `version`: one line more, the list, or what comes next; for a program what
    was done."""
    if "autosave" in request.POST:
        return JsonResponse({"saved": True, "url": place.url, "version": as_sent(version, request.user)})
    if rows := request.POST.get("add"):
        return HttpResponseRedirect(f"{place.url}?add={rows[:60]}#{rows[:60]}" if rows.isidentifier() else place.url)
    if "later" in request.POST:
        messages.success(request, _("Saved. You find it here when you come back."))
        return HttpResponseRedirect(reverse("contribute:home"))
    return HttpResponseRedirect(place.after_url)


def shown(request, asked, place, version, token=""):
    """The page of a screen, with what is wrong in it."""
    errors = asked.errors
    if "autosave" in request.POST:
        return JsonResponse({"saved": False, "wrong": [str(error) for _field, error in errors]}, status=400)
    if place.code:
        note_read(request, asked.page.key)
    context = {
        "asked": asked,
        "place": place,
        "errors": errors,
        "version": as_sent(version, request.user),
        "token": token,
        "told": told_of(asked.page) if place.code and not errors else [],
        "organisations": asked.author.organisations if not place.code else (),
        "comes_of": asked.kind.short.comes_of(asked.page, request.user) if _is_first(place) else (),
        "keeps_on_device": may_stay_on_device(asked.kind, asked.page),
    }
    return render(request, "desk/contribute/screen.html", context, status=400 if errors else 200)


def _is_first(place):
    return not place.is_section and (not place.code or place.number == 1)


def number_in(text):
    """The number that a form sent; None where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else None


def _both_texts(request, asked, place, changed, version):
    if "autosave" in request.POST:
        return JsonResponse({"saved": False, "changed": True}, status=409)
    note_read(request, asked.page.key)
    left_out = (name for name in request.POST if name in OF_THE_FORM or name.startswith(CHOICE))
    pairs = [(name, value) for name in request.POST.keys() - set(left_out) for value in request.POST.getlist(name)]
    context = {
        "place": place,
        "clashes": changed.clashes,
        "sent": sorted(pairs),
        "seen": changed.version,
        "version": as_sent(version, request.user),
        "page": asked.page,
        "had_files": bool(asked.files),
    }
    return render(request, "desk/contribute/both_texts.html", context, status=409)
