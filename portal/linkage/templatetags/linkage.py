"""`{% typed_links record as groups %}`: what a record is connected with, for its reader."""

from django import template

from portal.linkage.queries import links_by_label

register = template.Library()


@register.simple_tag(takes_context=True)
def typed_links(context, record):
    """Pairs of label and links of a Presented record, for the user of the request."""
    return links_by_label(record.key, context["request"].user)
