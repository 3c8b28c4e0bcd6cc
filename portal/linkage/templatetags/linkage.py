"""`{% typed_links record linked as groups %}`: what a record is connected with, for its reader."""

from django import template

from portal.linkage.queries import by_label, links_of

register = template.Library()


@register.simple_tag(takes_context=True)
def typed_links(context, record, linked=None):
    """Pairs of label and links of a Presented record; `linked` are its links where the page has read them already."""
    # A name that a template does not know comes as an empty string.
    return by_label(linked if isinstance(linked, list) else links_of(record.key, context["request"].user))
