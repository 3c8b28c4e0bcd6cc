"""What a list says of a need: who asks · for which decision · where · coarsest form that helps · state."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import RowFact

ASKS = "data_user"
"""The role of an organisation that asks for the data."""


def row(page):
    """The RowFacts of a need; empty ones are left out."""
    facts = (
        RowFact(_("Data"), enumerated(kind.label for kind in page.data_kinds.all())),
        RowFact(_("Who asks"), enumerated(_organisations(page))),
        RowFact(_("Kinds of organisation"), enumerated(kind.label for kind in page.asked_by_types.all()), Zone.DETAILS),
        RowFact(_("Decision"), page.decision.label if page.decision else "", Zone.DETAILS),
        RowFact(_("Where"), enumerated(country.label for country in page.countries.all()) or _coverage(page)),
        RowFact(_("Coarsest form"), page.coarsest_level.label if page.coarsest_level else "", Zone.DETAILS),
        RowFact(_("State"), page.state.label if page.state else ""),
    )
    return [fact for fact in facts if fact.text]


def _organisations(page):
    rows = list(page.organisations.all())
    prefetch_related_objects(rows, "organisation", "role")
    return dict.fromkeys(row.organisation.short_name for row in rows if row.role.key == ASKS)


def _coverage(page):
    return page.coverage.label if page.coverage else ""
