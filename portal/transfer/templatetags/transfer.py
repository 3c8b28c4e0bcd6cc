"""`{% take_away as forms %}`: the forms in which the list of this page can be taken away."""

from dataclasses import dataclass

from django import template

from portal.core.languages import without_prefix
from portal.transfer.formats import FORMATS
from portal.transfer.sources import is_source

register = template.Library()


@dataclass(frozen=True)
class Form:
    """A form of the list that the page shows, with the same filters: all of it, not one page."""

    label: str
    url: str
    content_type: str


@register.simple_tag(takes_context=True)
def take_away(context):
    """The Forms of the list at the page's own address; none where no such list can be taken away."""
    request = context["request"]
    if not is_source(without_prefix(request.path).strip("/")):
        return []
    parameters = request.GET.copy()
    parameters.pop("page", None)
    query = f"?{parameters.urlencode()}" if parameters else ""
    base = request.path.rstrip("/")
    return [Form(each.label, f"{base}.{name}{query}", each.content_type) for name, each in FORMATS.items()]
