"""What a list says of a case study: from → to · country, year · kinds of data · barrier overcome · evidence."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import RowFact
from portal.records.from_to import between, from_to

PROVIDES = {"data_owner", "data_provider"}
RECEIVES = {"data_user"}


def row(page):
    """The RowFacts of a case study; empty ones are left out."""
    facts = (
        _from_to(page),
        RowFact(_("Where"), enumerated(country.label for country in page.countries.all())),
        RowFact(_("When"), page.years),
        RowFact(_("Data"), enumerated(kind.label for kind in page.data_kinds.all()), Zone.DETAILS),
        RowFact(_("Barrier"), enumerated(_barriers(page)), Zone.DETAILS),
        RowFact(_("Evidence"), page.evidence.label if page.evidence else "", Zone.DETAILS),
    )
    return [fact for fact in facts if fact.text]


def _from_to(page):
    rows = list(page.organisations.all())
    prefetch_related_objects(rows, "organisation", "role")
    givers, takers = _names(rows, PROVIDES), _names(rows, RECEIVES)
    if givers.keys() & takers.keys():
        # An arrow would say that somebody gave to itself; who gave what to whom is told by the page.
        return between(givers | takers)
    return from_to(givers, takers)


def _names(rows, roles):
    return dict.fromkeys(row.organisation.short_name for row in rows if row.role.key in roles)


def _barriers(page):
    rows = list(page.barriers.all())
    prefetch_related_objects(rows, "kind")
    return dict.fromkeys(barrier.kind.label for barrier in rows)
