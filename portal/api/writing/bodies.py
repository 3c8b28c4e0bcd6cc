"""The shapes of what programs send: made of the fields of the models, so that a new field is there by itself."""

from datetime import date, time
from typing import Annotated, Literal

from django.db import models
from pydantic import Field, create_model
from taggit.managers import TaggableManager
from wagtail.fields import RichTextField

from portal.access.enums import Level
from portal.api.shapes import Strict
from portal.api.writing.questions import parts_of, row_fields, stored_field
from portal.desk.contribute.form_fields import LONGEST
from portal.desk.contribute.rows import MOST
from portal.records.short_forms import Rows

Text = Annotated[str, Field(max_length=LONGEST)]
Code = Annotated[str, Field(max_length=80)]
Codes = Annotated[list[Code], Field(max_length=300)]
Who = Literal[tuple(level.value for level in Level)]


class Access(Strict):
    """Who may see it: the questions of the form's last step. What is left out stays as it is."""

    listed_to: Who | None = Field(None, description="Who may know that it exists.")
    details_to: Who | None = Field(None, description="Who may read all of it.")
    named_organisations: Codes | None = Field(None, description="Codes, where one of the two is “named_organisations”.")
    names_person: bool | None = Field(None, description="Could a person be identified?")
    names_place: bool | None = Field(None, description="Is an exact place of hazards, sites or staff named?")
    tells_unpublished: bool | None = Field(None, description="Does it say what the owner has not published?")
    reason: Annotated[str, Field(max_length=1000)] | None = None


def answers_of(kind):
    """The shape of what may be said of an entry of a kind."""
    fields = {name: (_type_of(kind, part), None) for name, part in parts_of(kind).items()}
    return create_model(f"{_named(kind)}Answers", __base__=Strict, **fields)


def draft_of(kind, answers):
    """The shape of a draft as it is shown to who writes it."""
    return create_model(
        f"{_named(kind)}Draft", __base__=Strict, code=(str, ...), entry_kind=(Literal[kind.key], ...),
        state=(Literal["draft", "waiting", "returned", "published", "changed"], ...), message=(str | None, ...),
        url=(str | None, ...), answers=(answers, ...), access=(Access, ...),
    )  # fmt: skip


def new_of(kind, answers):
    """The shape of a new entry."""
    organisation = (Code | None, Field(None, description="Code of that of yours for which you write."))
    return create_model(f"New{_named(kind)}", __base__=_change(kind, answers), organisation=organisation)


def change_of(kind, answers):
    """The shape of a change."""
    return create_model(f"{_named(kind)}Change", __base__=_change(kind, answers))


def _change(kind, answers):
    return create_model(
        f"_{_named(kind)}", __base__=Strict, answers=(answers, Field(default_factory=answers)),
        access=(Access | None, None), send=(bool, Field(False, description="Send it for review.")),
    )  # fmt: skip


def _named(kind):
    return kind.model.__name__.removesuffix("Page")


def _type_of(kind, part):
    if isinstance(part, Rows):
        fields = {name: (_of_field(each), None) for name, each in row_fields(kind, part).items()}
        row = create_model(f"{_named(kind)}{part.name.title().replace('_', '')}Line", __base__=Strict, **fields)
        return Annotated[list[row], Field(max_length=MOST)] | None
    field = stored_field(kind, part)
    return _of_field(field) if field is not None else Code | None


def _of_field(field):
    if field.many_to_many or isinstance(field, TaggableManager):
        return Codes | None
    if field.is_relation:
        return Code | None
    for of, type_ in TYPES.items():
        if isinstance(field, of):
            return type_ | None
    longest = LONGEST if isinstance(field, RichTextField) else field.max_length or LONGEST
    return Annotated[str, Field(max_length=longest)] | None


TYPES = {
    models.BooleanField: bool,
    models.DateField: date,
    models.TimeField: time,
    models.IntegerField: int,
    models.UUIDField: Code,
}
