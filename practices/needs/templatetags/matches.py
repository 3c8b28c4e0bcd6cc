"""`{% fits record as fits %}`: what may fit a need, or the needs that a holding may answer, for its reader."""

from django import template

from portal.records.reads import note_read
from practices.needs.queries import fits_of

register = template.Library()


@register.simple_tag(takes_context=True)
def fits(context, record):
    """The Fits of a Presented need or holding."""
    request = context["request"]
    found = fits_of(record.key, record.kind, request.user, is_readable=record.details_readable)
    note_read(request, *found.read)
    return found
