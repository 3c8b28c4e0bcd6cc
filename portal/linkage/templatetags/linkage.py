"""`{% connections record linked as connected %}`: what a record is connected with, what it came out of and what came of
it, for its reader."""

from django import template

from portal.linkage import trails
from portal.linkage.chains import chain_of
from portal.linkage.queries import by_label

register = template.Library()


@register.simple_tag(takes_context=True)
def connections(context, record, linked=None):
    """Of a Presented record `links`, pairs of label and links, `trails`, what is two links away, and its `chain`.

    `linked` are its links where the page has read them already; `every_link` in the context all of them, those too that
    the page shows elsewhere. A page that shows all that came of its record itself says `is_whole_chain`.
    """
    # A name that a template does not know comes as an empty string.
    known = linked if isinstance(linked, list) else None
    user = context["request"].user
    links, further, first = trails.connected(record.key, user, known, context.get("every_link"))
    chain = None if context.get("is_whole_chain") else chain_of(record.key, user, first)
    return {"links": by_label(links), "trails": further, "chain": chain}
