"""`{% structured_data record %}`, `{% organisation_data organisation fields %}`, `{% data_block content %}`:
JSON-LD for programs."""

import json

from django import template
from django.utils.safestring import mark_safe

from portal.records import structured_data as data
from portal.records.registry import kind

register = template.Library()
# As django.utils.html.json_script does: nothing in a text can end the element.
ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def structured_data(record):
    """The data block of a Presented record. No script: the content security policy has nothing to say to it."""
    return _block(data.record_data(record, kind(record.kind)))


@register.simple_tag
def organisation_data(organisation, fields):
    """The data block of an organisation."""
    return _block(data.organisation_data(organisation, fields))


@register.simple_tag
def data_block(content):
    """The data block of what a page has put together itself."""
    return _block(content)


def _block(content):
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
