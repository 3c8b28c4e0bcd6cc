"""What stands beside the questions: the words of the editors' form of the same kind, unless editors wrote others."""

from functools import cache

from wagtail.admin.panels import FieldPanel, InlinePanel

from portal.desk.models import FieldGuidance
from portal.records.term_fields import RowsPanel


@cache
def panels_of(model):
    """The panels of the editors' form of a page, by the name of their field or rows."""
    return {name: panel for panel in _walk(model.edit_handler) if (name := _name(panel))}


def guidance_for(kind):
    """What editors wrote beside fields of a kind, in the reader's language: text by name."""
    return {each.field: each.text for each in FieldGuidance.objects.filter(kind=kind.key) if each.text}


def offered_in(model, name):
    """Which terms the rows of that name offer, as `TermFields.offered`."""
    panel = panels_of(model).get(name)
    return panel.offered if isinstance(panel, RowsPanel) else {}


def explained(model, name, guidance, default=""):
    """The text beside a field or rows: the editors', else that of the editors' form, else the field's own."""
    panel = panels_of(model).get(name)
    return guidance.get(name) or getattr(panel, "help_text", "") or default


def _walk(panel):
    for child in getattr(panel, "children", ()):
        yield child
        if not isinstance(child, InlinePanel):
            yield from _walk(child)


def _name(panel):
    if isinstance(panel, FieldPanel):
        return panel.field_name
    return panel.relation_name if isinstance(panel, InlinePanel) else None
