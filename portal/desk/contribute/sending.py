"""Sends a draft for review, and says what stands in the way and what is like it already."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from portal.access.models import RecordIdentity
from portal.access.services import if_granted
from portal.core.languages import enumerated, reading_language
from portal.desk.contribute.filling import finish
from portal.records.linter.gate import refusal, told_of, too_open
from portal.records.short_forms import name_of
from portal.records.submissions import save_draft, submit_for_review
from portal.search.engines import engine
from portal.search.expression import parse
from portal.search.query import RecordQuery
from portal.search.synonyms import synonyms

MOST_SIMILAR = 5


@dataclass(frozen=True)
class Missing:
    """What must be answered first: its name, its label and the number of its screen."""

    name: str
    label: str
    screen: int


def missing_of(page, kind, organisation):
    """The Missing of a draft, in the order of its screens."""
    found, also = [], set(kind.short.also_needed(page))
    for number, names in _screens(kind):
        wanted = [name for name in names if name in kind.short.needed]
        empty = [name for name in wanted if not _is_filled(name, page, kind, organisation)]
        empty += [name for name in names if name in also]
        found += [Missing(name, _label(name, kind), number) for name in empty]
    return found


def _screens(kind):
    """Pairs: the number of a screen, and the names of what it asks for."""
    for number, screen in enumerate(kind.short.screens, 1):
        yield number, [name_of(part) for question in screen for part in question]


def _is_filled(name, page, kind, organisation):
    if own := kind.short.own.get(name):
        return bool(own.read(page, organisation))
    value = getattr(page, name)
    return bool(value.all()) if hasattr(value, "all") else bool(value)


def _label(name, kind):
    if own := kind.short.own.get(name):
        return str(own.make()["label"] if own.is_organisation else own.make().label)
    field = kind.model._meta.get_field(name)
    return str(field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name)


@transaction.atomic
def send(*, key, kind, by):
    """Fills in what is left and sends the latest draft; what waits already stays as it was sent. Whether it waits for a
    review now: what a trusted organisation changes goes out at once.

    Raises ValidationError when nobody has answered who may see it, or when more people would read something than may:
    no editor could publish it.
    """
    identity = RecordIdentity.objects.select_for_update().get(pk=key)
    stored = kind.model.objects.filter(translation_key=key).order_by("pk").first()
    state = stored.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return True
    return submit_for_review(page=made_ready(stored, kind, identity, by), by=by) is not None


def made_ready(stored, kind, identity, by):
    """Fills in what is left of the latest draft of a page; returns the page as it can be sent. Raises ValidationError
    when more people would read something than may."""
    draft = stored.get_latest_revision_as_object()
    before = (draft.summary, draft.review_due_on)
    finish(draft, kind)
    if stops := _stops(draft, kind, if_granted(identity)):
        raise ValidationError(stops)
    if (draft.summary, draft.review_due_on) != before:
        save_draft(page=draft, by=by)
        stored = kind.model.objects.get(pk=stored.pk)
    return stored


def _stops(draft, kind, levels):
    """What in a draft is not for all whom it is to be shown to, in sentences with the steps on which it stands."""
    told = told_of(draft)
    names = {each.name for each in too_open(told, levels)}
    steps = [str(number) for number, asked in _screens(kind) if names.intersection(asked)]
    sentences = [refusal(told, levels)]
    if steps:
        sentences.append(_("It stands in step %(steps)s.") % {"steps": enumerated(steps)})
    return " ".join(sentences)


def similar_to(page, kind, identity, user):
    """Hits of the same kind with the words of the title, for this user, without the entry itself."""
    expression = parse(page.title, synonyms())
    if not expression:
        return []
    shown = {"sort": "relevance", "page_size": MOST_SIMILAR + 1}
    query = RecordQuery(text=page.title, expression=expression, kind=kind.key, **shown)
    hits = engine().search(query, user, reading_language()).hits
    return [hit for hit in hits if hit.code != identity.code][:MOST_SIMILAR]
