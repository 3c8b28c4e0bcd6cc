"""The questions of the contract (questions.tsv), as an address asks them and as what they are to mean.

`asked` is the query of an address. `means` is the same with each `field:value` as the filter that it is to be for this
reader, "" where it is the same; the oracle reads that, by rules of its own. A value that ends in `-*` stands for the
one that begins so: codes of organisations and platforms are drawn anew with each load.
"""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from django.http import QueryDict

from portal.search.models import FacetValue

QUESTIONS = Path(__file__).parent / "questions.tsv"


@dataclass
class Asked:
    """What is asked for: words, filters by facet, years, an order."""

    words: str = ""
    kind: str = ""
    chosen: dict = field(default_factory=dict)
    excluded: dict = field(default_factory=dict)
    first_year: int | None = None
    last_year: int | None = None
    sort: str = ""


@dataclass(frozen=True)
class Question:
    """One line of the file: whom it is for (`reader`), and of which list (`kind`, "" for all)."""

    about: str
    reader: str
    kind: str
    asked: str
    means: str

    def __str__(self):
        return f"{self.reader}: /{self.kind}?{self.asked}"

    @property
    def parameters(self) -> QueryDict:
        """The parameters of the address."""
        return QueryDict(_whole(self.asked))

    @property
    def meaning(self) -> Asked:
        """What the oracle is asked."""
        asked = Asked(kind=self.kind)
        for name, values in QueryDict(_whole(self.means or self.asked)).lists():
            _read(asked, name, values)
        return asked


def _whole(query):
    return re.sub(r"(\w+)(!?)=([\w-]+)-\*", _value, query)


def _value(found):
    value = FacetValue.objects.get(facet=found[1], value__regex=rf"^{found[3]}-[0-9a-z]{{4}}$").value
    return f"{found[1]}{found[2]}={value}"


def _read(asked, name, values):
    if name in ("q", "sort"):
        setattr(asked, {"q": "words"}.get(name, name), values[0])
    elif name in ("from", "to"):
        setattr(asked, {"from": "first_year", "to": "last_year"}[name], int(values[0]))
    elif name.endswith("!"):
        asked.excluded[name.removesuffix("!")] = values
    elif name != "page":
        asked.chosen[name] = values


def questions() -> list[Question]:
    """All of them, in the order of the file."""
    with QUESTIONS.open(encoding="utf-8") as file:
        return [Question(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
