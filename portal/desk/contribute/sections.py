"""The full form of a kind, one section a page: those of the editors' form, in its order."""

from dataclasses import dataclass, replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model

from portal.desk.contribute.rows import fields_of
from portal.records.short_forms import Rows, name_of


@dataclass(frozen=True)
class Section:
    """`questions` as of a screen of a short form."""

    number: int
    heading: str
    questions: tuple


def sections_for(work, kind):
    """The Sections at which somebody writes with this Working: all, or of each what is for who runs it."""
    sections = sections_of(kind)
    if not work.is_part:
        return sections
    theirs = set(kind.short.of_runners)
    narrowed = [replace(each, questions=_only(each.questions, theirs)) for each in sections]
    return [each for each in narrowed if each.questions]


def _only(questions, names):
    kept = (tuple(part for part in question if name_of(part) in names) for question in questions)
    return tuple(question for question in kept if question)


def sections_of(kind):
    """The Sections of a kind, without what only the admin can do: choosing files other than those of `short.files`."""
    story = kind.model.edit_handler.children[0]
    found, alone = [], []
    for panel in story.children:
        if isinstance(panel, FieldPanel):
            alone.append(panel.field_name)
        elif question := _question(panel, kind):
            found.append((str(panel.heading), question))
    if alone:
        found.insert(0, (_("Title and summary") if "summary" in alone else _("Beginning"), tuple(alone)))
    return [Section(number, capfirst(heading), (question,)) for number, (heading, question) in enumerate(found, 1)]


def _question(panel, kind):
    """The parts of a panel; empty for one that asks for nothing."""
    if isinstance(panel, InlinePanel):
        name = panel.relation_name
        rows = getattr(kind.model, name).rel.related_model
        asked = [each for each in fields_of(rows) if _can_be_asked(each) or (name, each.name) in kind.short.files]
        return (Rows(name, tuple(each.name for each in asked)),) if asked else ()
    if isinstance(panel, MultiFieldPanel):
        return tuple(_names(panel))
    return ()


def _names(panel):
    for child in panel.children:
        if isinstance(child, FieldPanel):
            yield child.field_name
        else:
            yield from _names(child)


def _can_be_asked(field):
    return field.editable and field.related_model is not get_document_model()
