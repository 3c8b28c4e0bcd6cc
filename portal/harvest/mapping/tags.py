"""Tags of catalogues in the portal's vocabularies: by the table `data/tags.csv`, else by the words of a vocabulary."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from portal.taxonomy.models import DataKind, Sector, Standard

from .known import Known, plain_word

TABLE = Path(__file__).resolve().parents[1] / "data" / "tags.csv"
"""The tags that HDX accepts and those of mine action, with keys of vocabularies, several with spaces between."""


@dataclass
class Tagged:
    """What tags stand for: keys of three vocabularies, fields that they answer with yes, and tags that nobody knows."""

    data_kinds: set[str] = field(default_factory=set)
    sectors: set[str] = field(default_factory=set)
    standards: set[str] = field(default_factory=set)
    says: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)


class Tags:
    """The tags that are known, with the terms that may be chosen today."""

    def __init__(self):
        self._known = {"data_kinds": Known(DataKind), "sectors": Known(Sector), "standards": Known(Standard)}

    def read(self, tags: Iterable[str]) -> Tagged:
        """What these tags stand for."""
        found = Tagged()
        for tag in tags:
            if not self._add(tag, found):
                found.unknown.append(tag)
        return found

    def _add(self, tag, found):
        row = _table().get(plain_word(tag))
        if row is None:
            keys = {name: known.key(tag) for name, known in self._known.items()}
        else:
            keys = {name: row[name] for name in self._known}
            found.says.update(row["says"].split())
        for name, said in keys.items():
            # A term of the table that is no longer in use is none.
            getattr(found, name).update(filter(None, (self._known[name].key(key) for key in said.split())))
        return row is not None or any(keys.values())


@cache
def _table():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {plain_word(row["tag"]): row for row in csv.DictReader(file)}
