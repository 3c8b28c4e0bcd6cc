"""A file of a member: kept with what would become of it, written when they say so, once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.core.form_keys import one_at_a_time
from portal.records.registry import kind as kind_by_key
from portal.transfer.bringing.known import Known
from portal.transfer.bringing.planning import Planner, every_plan
from portal.transfer.bringing.running import bring
from portal.transfer.bringing.sheets import Line, Table
from portal.transfer.models import Import, ImportedEntry, ImportState


@transaction.atomic
def prepare(*, kind, table, file_name, by, organisation) -> Import:
    """Keeps a Table and what would become of each of its rows; nothing of it is written."""
    kept = {"header": table.header, "lines": [[line.number, line.cells] for line in table.lines]}
    brought = Import(kind=kind.key, file_name=file_name[:200], by=by, organisation=organisation, table=kept)
    brought.shown = _shown(table, kind, by, organisation)
    brought.save()
    return brought


@transaction.atomic
def confirm(*, brought, by) -> Import:
    """Writes what was looked at and sends it for review, once. Where anything is wrong by now, or changed since it was
    looked at, nothing is written and `shown` says what. Raises PermissionDenied for who did not bring it."""
    one_at_a_time(by)
    brought = Import.objects.select_for_update(of=("self",)).get(pk=brought.pk)
    if brought.by != by:
        raise PermissionDenied
    if brought.state != ImportState.PREPARED:
        return brought
    kind, table = kind_by_key(brought.kind), _table(brought)
    seen = {int(row): version for row, version in brought.shown["versions"].items()}
    known = Known(by, is_admin=False)
    title = f"{kind.label_plural}: {brought.file_name}"
    done = bring(
        table, kind, known, title=title, organisation=brought.organisation, seen=seen, note=noting(brought)
    )  # fmt: skip
    if done.wrong:
        brought.shown = _shown(table, kind, by, brought.organisation) | {"late": [_said(each) for each in done.wrong]}
    else:
        finish(brought, done)
    brought.save()
    return brought


def finish(brought, done):
    """Notes in an Import what came of it; what was read in the file is no longer needed."""
    brought.state, brought.table, brought.submission = ImportState.DONE, {}, done.submission
    counts = {outcome.value: count for outcome, count in done.counts.items()}
    brought.shown = {"counts": counts, "sent": done.sent, "unanswered": done.unanswered}


def noting(brought):
    """Notes of each entry of an Import what it was before and is now."""

    def note(plan, page):
        revision = getattr(page, "latest_revision_id", None)
        if revision is not None:
            ImportedEntry.objects.create(
                of=brought, row=plan.number, page=str(page.pk), code=plan.code or page.identity.code,
                is_new=plan.base.is_new, before=plan.version, after=revision,
            )  # fmt: skip

    return note


def _table(brought):
    lines = [Line(number, tuple(cells)) for number, cells in brought.table["lines"]]
    return Table(tuple(brought.table["header"]), lines)


def _shown(table, kind, by, organisation):
    """What would become of each row, as a page shows it, and the version of each entry that was looked at."""
    plans, wrong = every_plan(Planner(table, kind, Known(by, is_admin=False), organisation))
    return {
        "rows": [_row(plan) for plan in plans],
        "wrong": [_said(each) for each in wrong],
        "versions": {str(plan.number): plan.version for plan in plans},
    }


def _row(plan):
    changes = [[change.label, change.before, change.after] for change in plan.changes]
    return {
        "number": plan.number, "outcome": plan.outcome.value, "title": plan.title, "code": plan.code,
        "changes": changes, "wrong": [str(each) for each in plan.wrong],
    }  # fmt: skip


def _said(wrong):
    return {"row": wrong.row, "column": wrong.column, "value": wrong.shown, "why": wrong.why, "allowed": wrong.allowed}
