"""Reads the glossary's file; lists in a cell are split by semicolons."""

from pathlib import Path

from django.utils.translation import gettext as _

from portal.taxonomy.errors import WrongFile
from portal.taxonomy.files import DATA, KEY, read
from portal.taxonomy.models import GlossaryTerm

LISTS = ("synonyms_en", "synonyms_fr", "synonyms_ar", "forms_en", "forms_fr", "forms_ar")
TEXTS = ("key", "term_en", "term_fr", "term_ar", "acronym_en", "acronym_fr", "definition_en", "confidence")
REQUIRED = ("term_en", "term_fr", "term_ar", "definition_en")
COLUMNS = (*TEXTS, *LISTS)


def read_glossary(folder: Path = DATA) -> list[dict]:
    """The values of all glossary terms. Raises WrongFile with every wrong cell."""
    rows = read("glossary", folder, COLUMNS)
    seen, problems = set(), []
    for row in rows:
        problems += _wrong_cells(row, seen)
        seen.add(row.cells["key"])
    if problems:
        raise WrongFile(problems)
    return [_values(row) for row in rows]


def _wrong_cells(row, seen):
    if not KEY.fullmatch(row.cells["key"]) or row.cells["key"] in seen:
        yield row.problem("key", _("small letters, digits and single underscores, once in the file"))
    for column in REQUIRED:
        if not row.cells[column]:
            yield row.problem(column, _("a text"))
    if row.cells["confidence"] not in GlossaryTerm.Confidence.values:
        yield row.problem("confidence", ", ".join(GlossaryTerm.Confidence.values))


def _values(row):
    values = {name: row.cells[name].strip() for name in TEXTS}
    lists = {name: [part.strip() for part in row.cells[name].split(";") if part.strip()] for name in LISTS}
    return values | lists
