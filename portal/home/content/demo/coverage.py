"""What the fictional organisations say of how well the fictional country is covered."""

from datetime import date

from portal.directory.models import Organisation
from portal.home.content.reading import Reading
from portal.taxonomy.models import DataKind
from practices.coverage.enums import Degree
from practices.coverage.models import CoverageStatement

DEGREES = {degree.value: degree for degree in Degree}


def state_coverage(folder, country):
    """Adds the statements that the folder's file names and the portal lacks. Raises WrongContent."""
    reading = Reading(folder)
    organisations = {each.source_id: each for each in Organisation.objects.filter(is_demo=True)}
    rows = [(_said(part, organisations), _values(part)) for part in reading.entries("coverage")]
    reading.stop_if_wrong()
    for said, values in rows:
        CoverageStatement.objects.get_or_create(country=country, **said, defaults=values)


def _said(part, organisations):
    return {"data_kind": part.term("data_kind", DataKind), "said_by": part.value("said_by", organisations)}


def _values(part):
    said_on = part.values.get("said_on")
    if not isinstance(said_on, date):
        part.wrong("said_on", said_on, "YYYY-MM-DD")
    return {
        "degree": part.value("degree", DEGREES),
        "said_on": said_on,
        "source": part.text("source", 300),
        "note": part.text("note", 300),
    }
