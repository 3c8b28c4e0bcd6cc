"""The shapes of answers, for the description of the interface (OpenAPI)."""

from datetime import date
from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, create_model

from portal.access.enums import Zone
from portal.api.paged import MOST
from portal.records.tables import shared_fields
from portal.transfer.sources.records import ABOUT


class Strict(Schema):
    """A shape that says all that is in it."""

    model_config = ConfigDict(extra="forbid")


class Part(Strict):
    """A part of a field that stands in a list of codes: a term, a choice, an entry, an organisation. `code` is null
    where you may not know of it."""

    code: str | None
    label: str


Value = list[str | Part]
ABOUT_TYPES = {"fictional": bool, "updated_on": date, "details": Literal["open", "closed"], "unconfirmed": list[str]}


def columns_of(fields):
    """What each row has, in the order of the file: of every entry the same, then the fields of its kind's table."""
    named = {name: ABOUT_TYPES.get(name, str) for name in ABOUT}
    for field in fields:
        if field.zone is not Zone.OWNER and field.name != "licence":
            name = f"{field.name}_text" if field.name in ABOUT else field.name
            named[name] = Annotated[Value, Field(description=f"In the zone “{field.zone.name.lower()}”.")]
    return named


def row_of(name, fields):
    """The shape of a row of a list, by the kind's table of fields."""
    return create_model(name, __base__=Strict, **{each: (type_, ...) for each, type_ in columns_of(fields).items()})


AnyRow = row_of("AnyRow", shared_fields())


class About(Strict):
    list: str
    title: str
    query: dict[str, list[str]]
    language: Literal["en", "fr", "ar"]
    terms: str
    notices: list[str]


class Page(About):
    total: int = Field(ge=0)
    page: int = Field(ge=1)
    pages: int = Field(ge=1)
    page_size: int = Field(ge=1, le=MOST)


def page_of(row):
    """The shape of a page of a list with such rows."""
    return create_model(f"{row.__name__.removesuffix('Row')}Page", __base__=Page, rows=(list[row], ...))


class LinksTo(Strict):
    links: str
    trail: str
    matches: str | None = None


def entry_of(row):
    """The shape of one entry: its row, and where there is more."""
    return create_model(row.__name__.removesuffix("Row"), __base__=row, links_to=(LinksTo, ...))


class FacetValue(Strict):
    code: str
    label: str
    count: int
    chosen: bool


class Facet(Strict):
    name: str
    label: str
    values: list[FacetValue]


class Facets(About):
    total: int
    facets: list[Facet]


class End(Strict):
    code: str
    entry_kind: str
    title: str
    language: str
    url: str


class Link(Strict):
    link_kind: str
    made_here: bool
    label: str
    note: str
    note_language: str | None
    entry: End


class Links(Strict):
    code: str
    rows: list[Link]


class Fit(Strict):
    entry: End
    reasons: list[str]
    shortfalls: list[str]
    mark: str | None
    why: str | None


class Matches(Strict):
    code: str
    total: int
    rows: list[Fit]


class TwoAway(Strict):
    entry: End
    through: list[End]


class StepPart(Strict):
    title: str
    url: str
    language: str


class Step(Strict):
    entry: End
    day: date
    parts: list[StepPart]


class Trail(Strict):
    code: str
    two_links_away: list[TwoAway]
    before: list[Step]
    after: list[Step]
    more_after: int


class VocabularyLine(Strict):
    name: str
    title: str
    tree: bool
    fixed: bool
    terms: int
    url: str


class Vocabularies(Strict):
    rows: list[VocabularyLine]


class Labels(Strict):
    en: str | None
    fr: str | None
    ar: str | None


class Term(Strict):
    code: str
    labels: Labels
    description: str
    broader: str | None
    uri: str | None
    source: str | None
    valid_until: date | None
    replaced_by: str | None


class Vocabulary(Strict):
    name: str
    title: str
    rows: list[Term]


class WrongField(Strict):
    field: str
    message: str


class ProblemShape(Strict):
    type: Literal["about:blank"]
    title: str
    status: int
    detail: str | None = None
    errors: list[WrongField] | None = None
