"""What a list says of a case study: from → to · country, year · kinds of data · barrier overcome · evidence."""

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language_bidi, gettext
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import RowFact

PROVIDES = {"data_owner", "data_provider"}
RECEIVES = {"data_user"}
MOST_NAMES = 5
"""On one side of an exchange."""


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
        everyone = givers | takers
        return RowFact(_("Between") if len(everyone) > 1 else _("From and to"), _shortened(everyone))
    givers, takers = _shortened(givers), _shortened(takers)
    if not takers:
        return RowFact(_("From"), givers)
    if not givers:
        return RowFact(_("To"), takers)
    if get_language_bidi():
        # Arabic reads leftwards; isolated, so that two Latin names do not turn the order round.
        return RowFact(_("From → to"), f"\u2068{givers}\u2069 ← \u2068{takers}\u2069")
    return RowFact(_("From → to"), f"{givers} → {takers}")


def _names(rows, roles):
    return dict.fromkeys(row.organisation.short_name for row in rows if row.role.key in roles)


def _shortened(names):
    """The names in one line; of many the first."""
    names = list(names)
    if len(names) <= MOST_NAMES:
        return enumerated(names)
    # Never one alone: its name would take no more room.
    rest = len(names) - MOST_NAMES + 1
    return gettext("%(names)s and %(number)d more") % {"names": enumerated(names[:-rest]), "number": rest}


def _barriers(page):
    rows = list(page.barriers.all())
    prefetch_related_objects(rows, "kind")
    return dict.fromkeys(barrier.kind.label for barrier in rows)
