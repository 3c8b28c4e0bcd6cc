"""What a list says of an agreement: kind, parties, what it covers, finest form, start, end, reference."""

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import RowFact
from portal.records.from_to import shortened


def row(page):
    """The RowFacts of an agreement; empty ones are left out. Which holdings it covers is said to who may know of
    them, on its page."""
    facts = (
        RowFact(_("Kind of agreement"), page.agreement_kind.label if page.agreement_kind else ""),
        RowFact(_("Parties"), parties(page)),
        RowFact(_("Where"), enumerated(country.label for country in page.countries.all())),
        RowFact(_("Covers"), shortened([kind.label for kind in page.data_kinds.all()]), Zone.DETAILS),
        RowFact(_("Finest form"), page.finest_form.label if page.finest_form else "", Zone.DETAILS),
        RowFact(_("State"), str(page.standing)),
        RowFact(_("Begins"), _day(page.starts_on)),
        RowFact(_("Ends"), _day(page.ends_on)),
        RowFact(_("Reference"), page.reference, Zone.DETAILS),
    )
    return [fact for fact in facts if fact.text]


def parties(page):
    """The organisations that made it, short."""
    rows = list(page.organisations.all())
    prefetch_related_objects(rows, "organisation")
    return shortened([each.organisation.short_name for each in rows])


def _day(day):
    return date_format(day, "j F Y") if day else ""
