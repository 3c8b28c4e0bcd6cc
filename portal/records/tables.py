"""The part of each kind's table of fields that all records share."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.records.fields import RecordField, Weight

NOT_IN_TABLE = frozenset({"source_id", "is_demo", "unconfirmed_fields", "links", "tagged_items"})
"""No content of its own: links are shown from both ends by `linkage`, where each end is asked for."""


def shared_fields(*, data_kinds_zone=Zone.DETAILS, owner=None, custodian=None):
    """The RecordFields of RecordPage; the kinds of data stand on the card of holdings, needs and flows.

    `owner` and `custodian` are the labels of the two, where those of a text about data differ from those of data.
    """
    card, details = Zone.CARD, Zone.DETAILS
    return (
        RecordField("title", _("title"), card, Weight.TITLE),
        RecordField("summary", _("summary"), card, Weight.SUMMARY),
        RecordField("organisations", _("organisations"), card, Weight.BODY, "organisation", read=organisations_of),
        RecordField("owner", owner or _("owner"), card, Weight.BODY, "organisation", read=owner_of),
        RecordField("custodian", custodian or _("kept by"), card, Weight.BODY, "organisation", read=custodian_of),
        RecordField("sectors", _("sectors"), card, Weight.BODY, "sector"),
        RecordField("countries", _("countries"), card, Weight.TITLE, "country"),
        RecordField("coverage", _("coverage"), card),
        RecordField("data_kinds", _("kinds of data"), data_kinds_zone, Weight.BODY, "data_kind"),
        RecordField("tags", _("tags"), details, Weight.BODY, "tag"),
        RecordField("focal_mailbox", _("mailbox for questions"), details),
        RecordField("licence", _("licence of this text"), card),
        RecordField("reviewed_on", _("last confirmed on"), card),
        RecordField("review_due_on", _("to be confirmed again by"), card),
        RecordField("sources", _("sources"), details, Weight.BODY),
    )


def organisations_of(record):
    """The organisations that have a part in the record, each once."""
    rows = list(record.organisations.all())
    prefetch_related_objects(rows, "organisation")
    return list(dict.fromkeys(row.organisation for row in rows))


def owner_of(record):
    """The organisation that owns the record, by its identity row; None where nobody does."""
    identity = _identity(record)
    return identity and identity.owner


def custodian_of(record):
    """The organisation that keeps the record."""
    identity = _identity(record)
    return identity and identity.custodian


def _identity(record):
    """The row that the reader of the record has read already, else the row as it is now."""
    return getattr(record, "read_identity", None) or record.identity
