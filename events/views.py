from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from events.calendar import calendar_of
from events.published import page_at
from portal.access.enums import Action
from portal.access.policy import can
from portal.records.reads import ABOVE_MEMBERS, note_read, note_refusal


@require_safe
def calendar(request, slug):
    """The calendar file of an event; the answer of an absent address for who may not know of it."""
    page = page_at(slug)
    identity = page and page.identity
    if not can(request.user, Action.KNOW, identity):
        if page:
            note_refusal(request, key=page.key)
        raise Http404
    reads = can(request.user, Action.READ, identity)
    if reads:
        note_read(request, *([page.key] if identity.details_to in ABOVE_MEMBERS else []))
    response = HttpResponse(calendar_of(page, with_programme=reads), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{page.slug}.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response
