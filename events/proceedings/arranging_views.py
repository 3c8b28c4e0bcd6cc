"""For who runs an event: introduction and order of its proceedings, publishing them, taking a version back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.proceedings.forms import ArrangeForm
from events.proceedings.found import event_for
from events.proceedings.models import ProceedingsVersion
from events.proceedings.narrow import narrow_outputs
from events.proceedings.services import arrange, next_number, publish_proceedings, take_back_version
from events.rights import runs
from portal.access.drafts import may_write
from portal.core.refusals import refused_in
from portal.records.registry import kind_of


@require_http_methods(["GET", "HEAD", "POST"])
def arranging(request, slug):
    """The form; absent for who does not run the event."""
    page = _run(request, slug)
    form = ArrangeForm(
        request.POST or None, page=page, user=request.user, part=_number_in(request.GET.get("part")) or 1
    )
    if request.method == "POST" and form.is_valid() and _kept(form, page, request.user):
        messages.success(request, _("Kept."))
        part = f"?part={form.part.number}" if form.part.number > 1 else ""
        return HttpResponseRedirect(reverse("proceedings:arrange", args=[page.slug]) + part)
    return _shown(request, page, form)


@require_POST
def publish(request, slug):
    """Freezes them as the next version: once, however often the form with its number is sent."""
    page = _run(request, slug)
    number = _number_in(request.POST.get("number"))
    try:
        version = publish_proceedings(event=page.identity, by=request.user, number=number)
    except ValidationError as refusal:
        messages.error(request, _with_door(" ".join(refusal.messages), page, request.user))
        return HttpResponseRedirect(reverse("proceedings:arrange", args=[page.slug]))
    messages.success(request, _("Published as version %(number)d.") % {"number": version.number})
    return HttpResponseRedirect(reverse("proceedings:published", args=[page.slug, version.number]))


@require_POST
def take_back(request, slug, number):
    """Takes every word of a version away."""
    page = _run(request, slug)
    version = ProceedingsVersion.objects.filter(event=page.key, number=number, taken_back_at=None).first()
    if version is None:
        raise Http404
    take_back_version(version=version, by=request.user)
    messages.success(request, _("Version %(number)d was taken back.") % {"number": number})
    return HttpResponseRedirect(reverse("proceedings:arrange", args=[page.slug]))


def _number_in(text):
    """The number that an address or a form says; None where it is none."""
    return int(text) if text and text.isdecimal() and len(text) < 7 else None


def _with_door(sentence, page, user):
    """The sentence, and where `user` says who may see the event, if that is theirs to say."""
    if not may_write(user, page.identity, is_draft=False):
        return sentence
    url = reverse("contribute:who", args=[kind_of(page).index_path, page.identity.code])
    return format_html('{} <a href="{}">{}</a>', sentence, url, _("Who may see this?"))


def _run(request, slug):
    page = event_for(request, slug)
    if not runs(request.user, page.identity):
        raise Http404
    return page


def _kept(form, page, user):
    with refused_in(form):
        arrange(event=page.identity, by=user, **form.answers)
    return form.is_valid()


def _shown(request, page, form):
    context = {
        "form": form,
        "event": page,
        "lang": page.locale.language_code,
        "versions": ProceedingsVersion.objects.filter(event=page.key),
        "next_number": next_number(page.key),
        "narrow": narrow_outputs(page.key, request.user),
    }
    return render(request, "proceedings/arrange.html", context, status=400 if form.errors else 200)
