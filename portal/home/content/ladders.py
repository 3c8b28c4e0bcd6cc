"""Sharing ladders of the fictional country. Entries of real organisations have none: nobody asked their owners."""

from portal.taxonomy.models import Audience, DataKind, SharingRung, WithholdingReason
from practices.holdings.models import SharingStep


def ladder_of(part):
    """The SharingSteps of an entry's `ladder`."""
    return [_step(row) for row in part.parts("ladder")]


def _step(row):
    return SharingStep(
        part=row.text("part", 200),
        data_kind=row.term("data_kind", DataKind),
        audience=row.term("audience", Audience),
        rung=row.term("form", SharingRung),
        condition=row.text("condition", 300),
        reason=row.term("reason", WithholdingReason),
        is_stated=bool(row.values.get("stated")),
    )
