"""Columns of what stands beside the pages of an entry: its code and language, who may see it, who owns and keeps it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.records.access_fields import QUESTIONS, AccessFields
from portal.transfer.bringing.cells.named import Bodies, Body
from portal.transfer.bringing.cells.plain_values import Choice, YesNo
from portal.transfer.bringing.cells.texts import Text

from .column import Column

CODE, LANGUAGE, SLUG, OWNER, CUSTODIAN = "code", "language", "slug", "owner", "custodian"
LEVELS = ("listed_to", "details_to")
NAMED = "named_organisations"
ACCESS = (*LEVELS, NAMED, *QUESTIONS)
"""Names of the fields of “Who may see this?”."""


class StateColumn(Column):
    """A column whose texts are made elsewhere (`bases`): no field of the page holds it."""


def _text(name, label, help_text="", most=12, is_admin=False):
    return StateColumn(name, label, Text(models.CharField(max_length=most, blank=True)), help_text, is_admin)


def _party(name, label):
    field = RecordIdentity._meta.get_field(name)
    return StateColumn(name, label, Body(field), _("Of a new entry."), is_admin=True)


def _language():
    field = models.CharField(max_length=10, blank=True, choices=settings.LANGUAGES)
    return StateColumn(LANGUAGE, _("language"), Choice(field), _("In which this row is written."))


def _access(name):
    asked = AccessFields.base_fields[name]
    if name == NAMED:
        cell = Bodies(RecordIdentity._meta.get_field(name))
    elif name in LEVELS:
        cell = Choice(models.CharField(max_length=20, blank=True, choices=Level.choices))
    else:
        cell = YesNo(models.BooleanField(null=True))
    return StateColumn(name, asked.label, cell, asked.help_text)


FIRST = (
    _text(CODE, _("code"), _("Empty for a new entry. Of an entry that is there, its code: the row then changes it.")),
    _language(),
)
ONE_LANGUAGE = ("organisation",)
"""Kinds whose rows are in no language of their own."""
BESIDE_ROWS = {"organisation": (SLUG,), "action": ("listed_to", OWNER, CUSTODIAN, SLUG)}
"""What stands beside the content of kinds that are no pages."""
LAST = (
    *(_access(name) for name in ACCESS),
    _party(OWNER, _("owner")),
    _party(CUSTODIAN, _("kept by")),
    _text(SLUG, _("address"), most=120, is_admin=True),
)


def beside(kind):
    """Two tuples of Columns: those before the content of a kind, and those after it."""
    if kind.is_page:
        return FIRST, LAST
    first = FIRST[:1] if kind.key in ONE_LANGUAGE else FIRST
    return first, tuple(column for column in LAST if column.name in BESIDE_ROWS.get(kind.key, ()))
