"""`{% connections record linked as connected %}`: what a record is connected with; `{% chain record as stands %}`: what
it came out of and what came of it; each for its reader."""

from django import template

from portal.linkage import trails
from portal.linkage.chains import chain_of
from portal.linkage.queries import by_label

register = template.Library()


@register.simple_tag(takes_context=True)
def chain(context, record):
    """The Chain in which a Presented record stands, for its reader."""
    return chain_of(record.key, context["request"].user)


@register.simple_tag(takes_context=True)
def connections(context, record, linked=None):
    """Of a Presented record `links`, pairs of label and links, and `trails`, what is two links away.

    `linked` are its links where the page has read them already.
    """
    # A name that a template does not know comes as an empty string.
    known = linked if isinstance(linked, list) else None
    links, further = trails.connections(record.key, context["request"].user, known)
    return {"links": by_label(links), "trails": further}
