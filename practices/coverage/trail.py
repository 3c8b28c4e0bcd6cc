"""Who said, changed and took back what of coverage: lines in the audit log, of the organisation that speaks."""

from portal.access.models import RecordIdentity
from portal.access.services import log
from practices.coverage.models import CoverageStatement

STATED, CHANGED, TAKEN_BACK = "coverage stated", "coverage changed", "coverage taken back"


def stated(statement: CoverageStatement, by) -> None:
    """A new statement."""
    _line(STATED, statement, by, **_words(statement))


def changed(before: CoverageStatement, after: CoverageStatement, by) -> None:
    """One that reads otherwise now. Of another organisation's it is two lines: each sees its own alone."""
    if before.said_by_id != after.said_by_id:
        taken_back(before, by)
        stated(after, by)
    elif _words(before) != _words(after):
        _line(CHANGED, after, by, **_words(after), before=_words(before))


def taken_back(statement: CoverageStatement, by) -> None:
    """One that is there no more; the line keeps its words."""
    _line(TAKEN_BACK, statement, by, **_words(statement))


def _line(action, statement, by, **detail):
    log(action, identity=RecordIdentity.objects.filter(pk=statement.said_by.key).first(), by=by, **detail)


def _words(statement):
    return {
        "country": statement.country.key,
        "data_kind": statement.data_kind.key,
        "degree": str(statement.degree),
        "said_on": statement.said_on.isoformat(),
        "source": statement.source,
        "note": statement.note,
    }
