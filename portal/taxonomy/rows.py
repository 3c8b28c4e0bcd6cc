"""From the rows of all files to the values of terms, once every cell and every reference is known to be right."""

from pathlib import Path

from django.utils.translation import gettext as _

from portal.taxonomy.columns import COLUMNS, Type
from portal.taxonomy.errors import WrongFile
from portal.taxonomy.files import COMMON, DATA, Row, problems_of, read
from portal.taxonomy.models import Country
from portal.taxonomy.vocabularies import VOCABULARIES, Vocabulary, vocabulary_in


def read_vocabularies(folder: Path = DATA) -> dict[Vocabulary, list[dict]]:
    """The values of all terms. Raises WrongFile with every wrong cell of every file."""
    tables, problems = {}, []
    for vocabulary in VOCABULARIES:
        try:
            tables[vocabulary] = [row for file in vocabulary.files for row in read(file, folder, COMMON)]
            problems += problems_of(tables[vocabulary])
        except WrongFile as error:
            problems += error.problems
    # References can only be judged once every file could be read.
    problems = problems or list(_wrong_references(tables))
    if problems:
        raise WrongFile(problems)
    return {vocabulary: [_values(vocabulary, row) for row in rows] for vocabulary, rows in tables.items()}


def _wrong_references(tables):
    keys = {vocabulary: {row.cells["key"] for row in rows} for vocabulary, rows in tables.items()}
    for vocabulary, rows in tables.items():
        yield from _loops(rows)
        for row in rows:
            yield from _wrong_keys(row, vocabulary, keys)


def _wrong_keys(row, vocabulary, keys):
    for name, value in row.cells.items():
        column = COLUMNS.get(name)
        if column is None or column.type not in (Type.KEY, Type.KEYS):
            continue
        target = vocabulary_in(column.target) if column.target else vocabulary
        wrong = [part for part in value.split(";") if part and part not in keys[target]]
        if wrong:
            yield row.problem(name, _("keys of %(file)s.csv") % {"file": target.files[0]})
    if vocabulary.model is Country and (region := _region(row)) and region not in keys[vocabulary_in("m49_regions")]:
        yield row.problem("m49_subregion_code", _("keys of %(file)s.csv") % {"file": "m49_regions"})


def _loops(rows):
    parents = {row.cells["key"]: row.cells["parent"] for row in rows}
    for row in rows:
        above, key = set(), row.cells["parent"]
        while key and key not in above:
            above.add(key)
            key = parents[key]
        if row.cells["key"] in above:
            yield row.problem("parent", _("a broader term that is not below this one"))


def _values(vocabulary, row: Row) -> dict:
    cells = row.cells
    values = {
        name: cells[name].strip() for name in ("key", "label_en", "label_fr", "label_ar", "parent", "source", "uri")
    }
    values |= {"description": cells["description_en"], "sort_order": int(cells["order"])}
    values["attributes"] = {name: value for name, value in cells.items() if name not in COMMON}
    if vocabulary.model is Country:
        values["region"] = _region(row)
        # Areas that ISO 3166-1 lacks have at most a user-assigned code.
        values["attributes"].setdefault("alpha_3", cells.get("code", ""))
    return values


def _region(row):
    """The key of the narrowest M49 region of a country; empty for Antarctica and the other areas."""
    columns = ("m49_intermediate_code", "m49_subregion_code", "m49_region_code")
    code = next(filter(None, (row.cells.get(column) for column in columns)), "")
    return f"m49_{code}" if code else ""
