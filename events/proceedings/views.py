"""Proceedings of an event, as they are today and as they were published, as a page and as files."""

from functools import partial, wraps

from allauth.core.ratelimit import respond_429
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.proceedings.collecting import proceedings_for
from events.proceedings.found import event_for, note_told, version_for
from events.proceedings.frozen import versions_for
from events.proceedings.layout import blocks_of
from events.proceedings.making import TooOften, file_of
from events.proceedings.one_file_at_a_time import Busy
from events.proceedings.printed_words import by_line
from events.proceedings.printing import TooLong, can_print
from events.rights import runs
from portal.core.languages import under_prefix
from portal.core.limits import may_open
from portal.records.addresses import path_of

FILES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
LIMIT = "proceedings_file"
AGAIN_IN = 30
"""Seconds after which one may come again for a file that could not be made."""


@require_safe
def today(request, slug):
    """As the entries say it today, as far as this reader may read them."""
    page = event_for(request, slug)
    return _page(request, page, _told(request, page))


@require_safe
def published(request, slug, number):
    """A published version, without what this reader may not read now."""
    page, version, said = version_for(request, slug, number)
    return _page(request, page, said, version)


def without_query(view):
    """Leads whoever adds a query to the address of a file to the file: under each it would be made once more."""

    @wraps(view)
    def asked(request, *args, **named):
        if request.META.get("QUERY_STRING"):
            return HttpResponseRedirect(request.path)
        return view(request, *args, **named)

    return asked


@require_safe
@without_query
def today_file(request, slug, form):
    """The same as a file."""
    page = event_for(request, slug)
    return _file(request, form, page.slug, _told(request, page))


@require_safe
@without_query
def published_file(request, slug, number, form):
    """The same as a file."""
    page, version, said = version_for(request, slug, number)
    return _file(request, form, f"{page.slug}-{version.number}", said, version)


def _told(request, page):
    said = proceedings_for(page, request.user)
    note_told(request, said)
    return said


def _page(request, page, said, version=None):
    context = {
        "said": said,
        "blocks": blocks_of(said),
        "version": version,
        "by_line": by_line(said, version and version.number),
        "versions": versions_for(page.key, request.user),
        "slug": page.slug,
        "event_url": under_prefix(path_of(page)),
        "can_print": can_print(),
        "may_arrange": runs(request.user, page.identity),
    }
    return render(request, "proceedings/proceedings.html", context)


def _file(request, form, name, said, version=None):
    if form == "pdf" and not can_print():
        raise Http404
    try:
        content = file_of(form, said, version=version, may_make=partial(may_open, request, LIMIT))
    except TooOften:
        return respond_429(request)
    except (Busy, TooLong) as kept_from:
        return _not_now(request, said, isinstance(kept_from, TooLong))
    response = HttpResponse(content, content_type=FILES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}-proceedings.{form}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _not_now(request, said, is_too_long):
    context = {"said": said, "is_too_long": is_too_long, "again_url": request.path}
    context["page_url"] = f"{request.path.rpartition('.')[0]}/"
    response = render(request, "proceedings/not_now.html", context, status=503)
    response["Retry-After"] = str(AGAIN_IN)
    # For whoever asks next it may be there.
    response["Cache-Control"] = "private, no-store"
    return response
