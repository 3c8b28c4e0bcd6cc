"""`{% connections record as connected %}`: what a record is connected with, what it came out of and what came of it,
for its reader."""

from django import template

from portal.linkage.around import around
from portal.linkage.queries import by_label

register = template.Library()


@register.simple_tag(takes_context=True)
def connections(context, record):
    """Of a Presented record `links`, pairs of label and links, `trails`, what is two links away, and its `chain`.

    A page that has read what stands around its record (`portal.linkage.around`) says so in its context: `around`.
    """
    # A name that a template does not know comes as an empty string.
    found = context.get("around") or around(record.key, context["request"].user)
    return {"links": by_label(found.links), "trails": found.trails, "chain": found.chain}
