"""The marks in a cell of the matrix. A matrix has thousands, and a template takes long over each."""

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()
LINK = '<a href="{}" aria-label="{}" title="{}"><i class="mark {}"></i>{}</a>'
WORDS = (
    '<span title="{}"><i class="mark {}"></i><span class="visually-hidden">{}</span>'
    '<span aria-hidden="true">{}</span></span>'
)


@register.simple_tag
def marks(cell):
    """The HTML of a list of Marks: each with its count, and what it says in words for whoever hears or points."""
    return format_html_join("", "{}", ((_mark(each),) for each in cell))


def _mark(mark):
    if mark.url:
        return format_html(LINK, mark.url, mark.text, mark.text, mark.what, mark.count)
    return format_html(WORDS, mark.text, mark.what, mark.text, mark.count)
