"""A whole file: planned, and written in one transaction, or with everything that is wrong and nothing written."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.access.changes import announced_together
from portal.access.models import RecordIdentity
from portal.access.services import if_granted
from portal.records.linter.gate import refusal, told_of
from portal.records.models import Submission
from portal.records.models.review import is_answered
from portal.records.submissions import send_with
from portal.taxonomy.tree import held
from portal.transfer.bringing.plain_writing import PlainWriter
from portal.transfer.bringing.planning import Outcome, Planner
from portal.transfer.bringing.reserving import reserve
from portal.transfer.bringing.writing import Writer
from portal.transfer.bringing.wrong import Wrong, in_order

Tell = Callable[[int, int], None]


@dataclass
class Brought:
    """What came of a file: how many rows of each Outcome, how many wait for review and how many stay drafts since
    nobody said who may see them; or what is `wrong`, then nothing was written."""

    counts: Counter = field(default_factory=Counter)
    sent: int = 0
    unanswered: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    submission: Submission | None = None


class _TakenBack(Exception):
    """Ends the transaction: something was wrong, or nothing was to be written."""


def bring(
    table, kind, known, *, title, organisation=None, seen=None, dry_run=False, note=None,
    tell: Tell = lambda done, total: None,
):  # fmt: skip
    """Brings a Table; returns what came of it (Brought). `seen` are the versions of entries that somebody looked at, by
    number of a row. `note(plan, page)` is told of each entry that is written, with its page; `tell(done, total)` of
    each row."""
    brought = Brought()
    try:
        # What a page names is written down when it is published; Wagtail's own task would do so for each draft.
        with transaction.atomic(), announced_together(), held(), disable_reference_index_auto_update():
            planner = Planner(table, kind, known, organisation, seen)
            writer = (Writer if kind.is_page else PlainWriter)(kind, known, organisation)
            _bring(planner, writer, title, brought, note, tell)
            if brought.wrong or dry_run:
                raise _TakenBack
    except _TakenBack:
        brought.sent, brought.submission = 0, None
    brought.wrong = in_order(brought.wrong)
    return brought


def _bring(planner, writer, title, brought, note, tell):
    brought.wrong += planner.of_file
    for number, plan in enumerate(planner.plans(), 1):
        if not (brought.wrong or plan.wrong or plan.outcome is Outcome.UNCHANGED):
            _write(plan, writer, brought, title, note)
        else:
            writer.leave(plan)
        brought.wrong += plan.wrong
        brought.counts[plan.outcome] += 1
        tell(number, len(planner.table.lines))


def _write(plan, writer, brought, title, note):
    reserve(writer.known)
    page = writer.write(plan)
    if page is not None and note is not None:
        note(plan, page)
    if page is None or not writer.sends:
        return
    identity = RecordIdentity.objects.get(pk=page.key)
    if not writer.known.is_admin and (stops := refusal(told_of(page), if_granted(identity))):
        plan.wrong.append(Wrong(plan.number, "", "", stops))
        return
    if not is_answered(identity):
        brought.unanswered += 1
        return
    brought.submission = brought.submission or Submission.objects.create(title=title[:200], by=writer.by)
    brought.sent += send_with(submission=brought.submission, page=page, by=writer.by)
