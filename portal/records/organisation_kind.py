"""What search, lists and tests know of organisations. They are no pages: no draft, one row for all languages."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, Zone
from portal.core.languages import enumerated
from portal.directory.models import Organisation
from portal.records.fields import RecordField, RowFact, Weight
from portal.records.registry import Kind

NOT_IN_TABLE = frozenset({
    "key", "code", "source_id", "is_demo", "unconfirmed_fields", "uses_igo_licence", "created_at", "updated_at",
    "name_en", "name_fr", "name_ar", "also_named", "merged_into", "frozen_at", "frozen_because",
})  # fmt: skip
"""No content of its own; each of the names is read by `name`."""


@dataclass(frozen=True)
class Names:
    """All names of an organisation: printed in the reader's language, found by each."""

    organisation: Any

    def __str__(self):
        return self.organisation.name

    def texts(self):
        return list(self.organisation.names)


def row(organisation):
    """The RowFacts of an organisation: its kind and where it works."""
    countries = enumerated(country.label for country in organisation.countries.all())
    facts = (RowFact(_("Kind"), organisation.kind.label), RowFact(_("Where"), countries))
    return [fact for fact in facts if fact.text]


ORGANISATION = Kind(
    key="organisation",
    prefix="ORG",
    label=_("Organisation"),
    label_plural=_("Organisations"),
    icon="organisation",
    usual_words=15,
    model=Organisation,
    index_path="organisations",
    fields=(
        RecordField("name", _("name"), Zone.CARD, Weight.TITLE, read=Names),
        RecordField("acronym", _("acronym"), Zone.CARD),
        RecordField("kind", _("kind"), Zone.CARD, Weight.BODY, "organisation_type"),
        RecordField("part_of", _("part of"), Zone.CARD, Weight.NONE),
        RecordField("sectors", _("sectors"), Zone.CARD, Weight.BODY, "sector"),
        RecordField("countries", _("countries"), Zone.CARD, Weight.TITLE, "country"),
        RecordField("website", _("website"), Zone.DETAILS),
        RecordField("mailbox", _("mailbox"), Zone.DETAILS),
        RecordField("email_domains", _("e-mail domains"), Zone.OWNER),
    ),
    row=row,
    listed_to=Level.PUBLIC,
    details_to=Level.PUBLIC,
    not_in_table=NOT_IN_TABLE,
    first_order="title",
)
