"""The drafts of outputs of an event, which who made them sends for review together: one submission."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from events.outputs.kind import OUTPUT
from events.outputs.models import OutputPage
from portal.access.models import RecordIdentity
from portal.desk.contribute.sending import made_ready, missing_of
from portal.records.models.review import is_answered
from portal.records.submissions import save_draft, send_together


@dataclass(frozen=True)
class WaitingDraft:
    """A draft (its latest revision as a page), its identity, where one goes on with it, what it still has to answer
    (labels), and whether somebody said who may see it."""

    page: Any
    identity: RecordIdentity
    url: str
    missing: list[str]
    is_answered: bool


def drafts_of(event, user) -> list:
    """The OutputPages of an event (its identity) that `user` wrote, that nobody has published and that do not wait for
    their review, the oldest first."""
    mine = RecordIdentity.objects.filter(kind=OUTPUT.key, withdrawn_at=None, contributors=user.pk).values("pk")
    rows = OutputPage.objects.filter(event=event, live=False, first_published_at=None, translation_key__in=mine)
    return [page for page in rows.order_by("pk") if not page.workflow_in_progress]


def waiting_drafts(pages) -> list[WaitingDraft]:
    """A WaitingDraft for each of these pages."""
    identities = RecordIdentity.objects.in_bulk([page.key for page in pages])
    return [_waiting(page.get_latest_revision_as_object(), identities[page.key]) for page in pages]


@transaction.atomic
def send_drafts(*, pages, by, title, asked=None):
    """Sends these drafts as one Submission, and returns it. `asked` (arguments of `ask_access`) says who may see those
    of which nobody said it.

    Raises ValidationError, and sends none of them, where one has still something to answer or where more people would
    read something in it than may.
    """
    ready = []
    for draft in waiting_drafts(pages):
        if draft.missing:
            facts = {"title": draft.page.title, "labels": ", ".join(draft.missing)}
            raise ValidationError(_("“%(title)s” has still to answer: %(labels)s.") % facts)
        if asked and not draft.is_answered:
            save_draft(page=draft.page, by=by, access={**asked, "version": None})
        ready.append(_ready(draft, by))
    return send_together(pages=ready, by=by, title=title)


def _ready(draft, by):
    stored = OutputPage.objects.get(pk=draft.page.pk)
    identity = RecordIdentity.objects.get(pk=draft.identity.pk)
    try:
        return made_ready(stored, OUTPUT, identity, by)
    except ValidationError as refused:
        raise ValidationError([f"{draft.page.title}: {sentence}" for sentence in refused.messages]) from refused


def _waiting(page, identity):
    missing = [each.label for each in missing_of(page, OUTPUT, None)]
    url = reverse("contribute:overview", args=[OUTPUT, identity.code])
    return WaitingDraft(page, identity, url, missing, is_answered(identity))
