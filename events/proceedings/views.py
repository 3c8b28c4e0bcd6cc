"""Proceedings of an event, as they are today and as they were published, as a page and as files."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.proceedings.collecting import proceedings_for
from events.proceedings.documents import docx_of
from events.proceedings.found import event_for, note_told, version_for
from events.proceedings.frozen import versions_for
from events.proceedings.layout import blocks_of
from events.proceedings.printed_words import by_line
from events.proceedings.printing import can_print, pdf_of
from events.rights import runs
from portal.core.languages import under_prefix
from portal.records.addresses import path_of

FILES = {
    "pdf": (pdf_of, "application/pdf"),
    "docx": (docx_of, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


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


@require_safe
def today_file(request, slug, form):
    """The same as a file."""
    page = event_for(request, slug)
    return _file(form, page.slug, _told(request, page))


@require_safe
def published_file(request, slug, number, form):
    """The same as a file."""
    page, version, said = version_for(request, slug, number)
    return _file(form, f"{page.slug}-{version.number}", said, version.number)


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


def _file(form, name, said, number=None):
    make, content_type = FILES[form]
    if form == "pdf" and not can_print():
        raise Http404
    response = HttpResponse(make(said, number=number), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}-proceedings.{form}"'
    response["X-Robots-Tag"] = "noindex"
    return response
