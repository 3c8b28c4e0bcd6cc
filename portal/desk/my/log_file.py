"""Who read what an organisation owns or keeps, as a file: without names, by organisation and role."""

from django.db.models import Q

from portal.access.models import AuditEntry
from portal.access.services import READ
from portal.core.csv_table import table_response
from portal.desk.my.writers import people_without_names
from portal.records.registry import kind

COLUMNS = ("code", "kind", "read_at", "read_by")
MOST = 20_000
"""Lines in one file, the newest first."""


def reads_file(organisation, user):
    """The answer with the file. That `user` speaks for the organisation is asked before."""
    has_part = Q(identity__owner=organisation) | Q(identity__custodian=organisation)
    lines = list(AuditEntry.objects.filter(has_part, action=READ).select_related("identity")[:MOST])
    called = people_without_names({line.by_id for line in lines if line.by_id}, user)
    rows = (
        (line.code, _kind(line), line.at.isoformat(timespec="seconds"), called.get(line.by_id, "")) for line in lines
    )
    return table_response(COLUMNS, rows, f"reads-{organisation.code}")


def _kind(line):
    return str(kind(line.identity.kind).label)
