"""Who read what an organisation owns or keeps, as a page and as a file: without names, by organisation and role."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from portal.access.models import AuditEntry, RecordIdentity
from portal.access.services import READ
from portal.core.csv_table import table_response
from portal.desk.my.writers import people_without_names
from portal.linkage.ends import ends_for, ends_of
from portal.records.registry import kind

COLUMNS = ("code", "kind", "title", "read_at", "read_by")
MOST = 20_000
"""Lines in one file, the newest first."""


@dataclass(frozen=True)
class ReadLine:
    """That somebody read an entry; `url` is "" for what was withdrawn since, "" stands for what is not known."""

    code: str
    kind: str
    title: str
    url: str
    at: datetime
    who: str


def log_of(organisation):
    """The lines of the log (a queryset) that say who read what the organisation owns or keeps, the newest first."""
    has_part = Q(identity__owner=organisation) | Q(identity__custodian=organisation)
    return AuditEntry.objects.filter(has_part, action=READ).select_related("identity")


def shown_lines(lines, user) -> list[ReadLine]:
    """The same of some of them, for who speaks for the organisation, which is asked before."""
    called = people_without_names({line.by_id for line in lines if line.by_id}, user)
    titles = ends_of(RecordIdentity.objects.in_bulk({line.identity_id for line in lines}))
    known = ends_for(titles, user)
    return [
        ReadLine(
            code=line.code,
            kind=str(kind(line.identity.kind).label),
            title=titles[line.identity_id].title if line.identity_id in titles else "",
            url=known[line.identity_id].url if line.identity_id in known else "",
            at=line.at,
            who=called.get(line.by_id, ""),
        )
        for line in lines
    ]


def reads_file(organisation, user):
    """The answer with the file. That `user` speaks for the organisation is asked before."""
    lines = shown_lines(list(log_of(organisation)[:MOST]), user)
    rows = ((line.code, line.kind, line.title, line.at.isoformat(timespec="seconds"), line.who) for line in lines)
    return table_response(COLUMNS, rows, f"reads-{organisation.code}")
