"""One reading of a catalogue: what it says becomes drafts, sent for review together; what changed is written, what a
person edited stays, what is gone is flagged."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.access.changes import announced_together
from portal.directory.rights import is_editor
from portal.harvest.mapping.values import Mapper
from portal.harvest.models import HarvestedRecord, HarvestRun, HarvestSource
from portal.harvest.reading import Described
from portal.harvest.reading.persons import is_account
from portal.harvest.report import Report
from portal.records.submissions import send_together
from portal.taxonomy.tree import held

from .known_already import codes_by_address
from .one import Run, take_over


@dataclass(frozen=True)
class Reading:
    """What was read of a catalogue. `is_whole`: it is all that the catalogue, or the search in it, has."""

    said: list[Described]
    is_whole: bool = False
    total: int | None = None


@transaction.atomic
def run(*, source: HarvestSource, reading: Reading) -> HarvestRun:
    """Takes over what was read of a catalogue; returns the HarvestRun with its report. All of it is written, or
    nothing; a data set that cannot be taken over is refused by itself. Nothing becomes public by it."""
    source = HarvestSource.objects.select_for_update().get(pk=source.pk)
    with held(), announced_together(), disable_reference_index_auto_update():
        going = _begin(source, reading)
        for said in _each_once(reading.said):
            take_over(said, going)
        if reading.is_whole:
            _flag_gone(going)
        submission = _send(going)
    source.read_at = going.at
    source.save(update_fields=["read_at"])
    return HarvestRun.objects.create(
        source=source, began_at=going.at, report=going.report.as_json(), submission=submission
    )


@transaction.atomic
def note_unchanged(*, source: HarvestSource) -> HarvestRun:
    """Notes that a catalogue was asked and says that nothing changed since the last time; returns the HarvestRun."""
    at = timezone.now()
    count = HarvestedRecord.objects.filter(source=source, gone_since=None).update(read_at=at)
    HarvestSource.objects.filter(pk=source.pk).update(read_at=at)
    report = Report(read=count, unchanged=count)
    return HarvestRun.objects.create(source=source, began_at=at, report=report.as_json())


def _begin(source, reading):
    by = source.in_name_of if is_editor(source.in_name_of) else None
    report = Report(read=len(reading.said), total=reading.total)
    keys = [said.key for said in reading.said if said.key]
    return Run(
        source=source,
        at=timezone.now(),
        by=by,
        mapper=Mapper(title=source.title, language=source.language),
        report=report,
        records=_records(source, keys),
        taken=codes_by_address([said.address for said in reading.said if said.address]),
    )


def _records(source, keys):
    """By key, the entries of earlier runs: of this source, and those of another one with the same UUID."""
    found = HarvestedRecord.objects.filter(key__in=keys).select_related("identity").order_by("pk")
    own = {each.key: each for each in found if each.source_id == source.pk}
    return {each.key: each for each in found if is_account(each.key)} | own


def _each_once(said):
    """What has a key comes once, as it stands last."""
    by_key = {each.key or f"no key {number}": each for number, each in enumerate(said)}
    return list(by_key.values())


def _flag_gone(going):
    """What the source had and has no more is flagged, and stays as it is. A catalogue that is suddenly empty is taken
    for one that failed."""
    if not going.seen:
        return
    there = HarvestedRecord.objects.filter(source=going.source, gone_since=None).exclude(key__in=going.seen)
    for record in there.select_related("identity").order_by("pk"):
        record.gone_since = going.at
        record.save(update_fields=["gone_since"])
        going.report.add("gone", record, record.identity.code if record.identity else "")


def _send(going):
    """The Submission of all drafts that this run made or changed; None where it made none."""
    if not going.to_send:
        return None
    title = f"{going.source.title}, {date_format(timezone.localtime(going.at), 'j F Y H:i')}"[:200]
    return send_together(pages=going.to_send, by=None, title=title)
