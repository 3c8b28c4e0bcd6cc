"""Entries of lines: outputs as drafts, actions as follow-up actions. Each line becomes one thing, once."""

from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Locale

from events.actions.origins import Origin, said_of_origin
from events.actions.services import open_action
from events.capture.enums import MADE_OF, LineKind
from events.capture.models import CapturedLine
from events.outputs.enums import OF_BARRIERS
from events.outputs.models import OutputIndexPage, OutputPage
from events.rights import runs
from portal.access.changes import announced_together
from portal.access.enums import Level
from portal.access.readers import reader_of
from portal.directory.models import Organisation
from portal.directory.rights import require
from portal.records.models import RecordOrganisation
from portal.records.submissions import save_draft
from portal.taxonomy.models import ParticipantRole

LONGEST_TITLE = 120
SAID_IT = "speaker"
"""The key of the role in which an output names the organisation that a line is attributed to."""


@dataclass
class Made:
    """What became of lines: how many outputs and actions are new, and by key of a line why nothing could be made."""

    outputs: int = 0
    actions: int = 0
    problems: dict[UUID, str] = field(default_factory=dict)


@transaction.atomic
def make_entries(*, event, session_key, by, keys=None) -> Made:
    """Makes a draft output of each finding, answer, barrier, solution, recommendation and decision of a session, and a
    follow-up action of each action; `keys` are those of some lines alone.

    A line of which something was made, that was joined to another one or taken out, is left. One that cannot become
    an entry keeps nothing else from becoming one. Raises PermissionDenied for who does not run the event.
    """
    require(runs(by, event))
    rows = CapturedLine.objects.of(event, session_key).standing().filter(became=None, kind__in=MADE_OF)
    rows = rows if keys is None else rows.filter(pk__in=keys)
    made = Made()
    with announced_together():
        for line in rows.select_for_update(of=("self",)).in_order():
            try:
                with transaction.atomic():
                    _make(line, by, made)
            except ValidationError as refused:
                made.problems[line.pk] = " ".join(refused.messages)
    return made


def _make(line, by, made):
    is_action = line.kind == LineKind.ACTION
    line.became = _action(line, by) if is_action else _output(line, by)
    line.save(update_fields=["became"])
    made.actions += is_action
    made.outputs += not is_action


def _action(line, by):
    """The identity of a new action."""
    if line.organisation is None or line.due_on is None:
        raise ValidationError(_("Say which organisation does it, and by when."))
    title = _title(line.text)
    action = open_action(
        by=by, title=title, details="" if title == line.text else line.text, organisation=line.organisation,
        due_on=line.due_on, origin=Origin(event=line.event, session_key=line.session_key), language=line.language,
        level=Level.narrower(line.event.details_to, Level.MEMBERS), source=line.event,
    )  # fmt: skip
    return action.identity


def _output(line, by):
    """The identity of a new draft."""
    locale = Locale.objects.get(language_code=line.language)
    # What was chosen before the line became something else stays with the line alone.
    barrier_kind = line.barrier_kind if line.kind in OF_BARRIERS else None
    question = line.question if line.kind == LineKind.ANSWER else None
    page = OutputPage(
        title=_title(line.text), text=f"<p>{escape(line.text)}</p>", what=line.kind, event=line.event,
        session=line.session_key, question=question, barrier_kind=barrier_kind, locale=locale, live=False, owner=by,
    )  # fmt: skip
    for name, terms in said_of_origin(Origin(event=line.event)).items():
        getattr(page, name).set(terms)
    if line.attributed_to:
        role = ParticipantRole.objects.get(key=SAID_IT)
        page.organisations.set([RecordOrganisation(organisation=line.attributed_to, role=role)])
    page.begins_with = {"custodian": _keeper(by) or line.event.custodian or line.event.owner}
    OutputIndexPage.objects.get(locale=locale).add_child(instance=page)
    save_draft(page=page, by=by)
    return page.identity


def _title(text):
    return Truncator(" ".join(text.split())).chars(LONGEST_TITLE)


def _keeper(user):
    """The organisation of who made it, where they belong to one alone: its writers go on with the draft."""
    mine = reader_of(user).organisation_ids
    return Organisation.objects.get(pk=next(iter(mine))) if len(mine) == 1 else None
