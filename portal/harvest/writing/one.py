"""One data set of a catalogue: made, changed, kept or refused."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, transaction

from portal.harvest.mapping.values import Mapper
from portal.harvest.models import HarvestedRecord, HarvestSource
from portal.harvest.reading.described import PRIVATE
from portal.harvest.report import Report, changes, shown
from portal.records.models.review import is_answered

from .checking import found_in
from .comparing import compared
from .drafts import ask_for_everyone, is_as_written, place, review_of, stored_page, unsaved, write
from .fields import as_now, put, values_of

ERASED, WITHDRAWN, THERE_ALREADY, NOT_VALID, IN_REVIEW = "erased", "withdrawn", "there", "not_valid", "in_review"
FOUND, UNANSWERED, IN_DRAFT = "found", "unanswered", "in_draft"


@dataclass
class Run:
    """What a run knows and gathers: earlier entries by key, codes of holdings by address, pages to send, keys seen."""

    source: HarvestSource
    at: datetime
    by: Any
    mapper: Mapper
    report: Report
    records: dict[str, HarvestedRecord]
    taken: dict[str, str]
    to_send: list = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def take_over(said, run):
    """Takes over a Described, or says in the report why not; what the database or a rule refuses leaves no trace."""
    if said.key and said.refusal != PRIVATE:
        run.seen.add(said.key)
    if said.refusal:
        run.report.add("refused", said, why=said.refusal)
        return
    record = run.records.get(said.key)
    try:
        with transaction.atomic():
            _update(said, record, run) if record else _make(said, run)
    except ValidationError as refused:
        run.report.add("refused", said, why=NOT_VALID, words=shown(" ".join(refused.messages)))
    except (DataError, ValueError):
        run.report.add("refused", said, why=NOT_VALID, words="")


def _make(said, run):
    if code := run.taken.get(said.address):
        run.report.add("refused", said, code, why=THERE_ALREADY)
        return
    mapped = run.mapper.map(said)
    page = unsaved(mapped.values, mapped.language)
    found = found_in(page, mapped.persons)
    revision = place(page, is_clean=not found, asks=run.by is not None)
    code = page.identity.code
    record = HarvestedRecord(source=run.source, key=said.key, identity=page.identity)
    _note(record, said, run, written=as_now(mapped.values), revision=revision.pk)
    run.report.add("new", said, code)
    run.report.note(said, mapped)
    if found:
        run.report.add("waits", said, code, why=FOUND, found=found)
        return
    if run.by is not None:
        ask_for_everyone(page, by=run.by, address=said.address)
    run.to_send.append(type(page).objects.get(pk=page.pk))


def _update(said, record, run):
    page = record.identity and stored_page(record.identity)
    if page is None or record.identity.withdrawn_at:
        _note(record, said, run)
        why, code = (WITHDRAWN, record.identity.code) if page else (ERASED, "")
        run.report.add("refused", said, code, why=why)
        return
    code = record.identity.code
    if record.gone_since:
        run.report.add("back", said, code)
    mapped = run.mapper.map(said, page.locale.language_code)
    run.report.note(said, mapped)
    draft = page.get_latest_revision_as_object()
    result = compared(
        now=values_of(draft), last=record.written, said=mapped.values, organisations=run.mapper.organisations
    )
    if result.kept:
        run.report.add("kept", said, code, fields=[[name, shown(value)] for name, value in result.kept.items()])
    _write(said, record, Standing(page, draft, is_as_written(page, record.revision)), mapped, result, run)


@dataclass
class Standing:
    """How an entry stands before it is written: its page, its latest version, and whether that is what a run wrote."""

    page: Any
    draft: Any
    is_own: bool

    @property
    def was_sent(self):
        """Whether it went to a review before, or is published."""
        return self.page.live or self.page.current_workflow_state is not None

    @property
    def is_nobodys(self):
        """Whether no person is writing at it: else what they have not finished would be sent with it."""
        return self.is_own or self.page.latest_revision_id == self.page.live_revision_id


def _write(said, record, standing, mapped, result, run):
    """Writes what changed, but for what the linter finds in it, and sends it where nobody else is writing at it."""
    code = record.identity.code
    if result.to_write and review_of(standing.page) and not standing.is_own:
        _note(record, said, run)
        run.report.add("waits", said, code, why=IN_REVIEW)
        return
    values, found = _without_findings(standing.draft, mapped, result)
    written = {**result.written, **{name: record.written.get(name) for name in result.to_write if name not in values}}
    revision = write(standing.page, standing.draft, values).pk if values else record.revision
    _note(record, said, run, written=written, revision=revision)
    if values:
        run.report.add("changed", said, code, fields=changes(values, result.before, values))
    elif not (found or result.kept):
        run.report.unchanged += 1
    _go_on(said, standing, bool(values), found or _still_found(standing, mapped), run)


def _without_findings(draft, mapped, result):
    """The changed values without those in whose words something is found, and what that is."""
    put(draft, result.to_write)
    found = [pair for pair in found_in(draft, mapped.persons) if pair[0] in result.to_write]
    put(draft, {name: result.before[name] for name, _kind in found})
    names = {name for name, _kind in found}
    return {name: value for name, value in result.to_write.items() if name not in names}, found


def _still_found(standing, mapped):
    """What keeps a draft from its first review."""
    return [] if standing.was_sent else found_in(standing.draft, mapped.persons)


def _go_on(said, standing, is_changed, found, run):
    """Sends what was changed, and what was never sent and has nothing in it any more that keeps it here."""
    stored = type(standing.page).objects.get(pk=standing.page.pk)
    identity = stored.identity
    if found:
        run.report.add("waits", said, identity.code, why=FOUND, found=found)
    if (not is_changed and standing.was_sent) or (found and not standing.was_sent):
        return
    if not standing.is_nobodys:
        if is_changed:
            run.report.add("waits", said, identity.code, why=IN_DRAFT)
        return
    if not standing.was_sent and run.by is not None and not is_answered(identity):
        ask_for_everyone(stored, by=run.by, address=said.address)
    if is_answered(identity):
        run.to_send.append(stored)
    else:
        run.report.add("waits", said, identity.code, why=UNANSWERED)


def _note(record, said, run, *, written=None, revision=None):
    """Writes down that the catalogue had it today, and what was written."""
    record.source, record.read_at, record.gone_since = run.source, run.at, None
    record.title, record.address = said.title[:255], said.address[:500]
    record.written = record.written if written is None else written
    record.revision = record.revision if revision is None else revision
    record.save()
