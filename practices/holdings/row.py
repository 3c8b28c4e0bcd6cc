"""What a list says of a holding: kinds, country, whose, finest form for everyone, how to get it, how fresh."""

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.core.languages import enumerated
from portal.records.fields import RowFact
from practices.holdings.enums import Freshness
from practices.holdings.freshness import freshness
from practices.holdings.reading import OWNS, public_form, usual_form

KEEPS = "data_custodian"
HOLDS = frozenset({OWNS, KEEPS, "data_provider", "data_manager"})
"""Roles of an organisation by which it has the data of a holding."""


def row(page):
    """The RowFacts of a holding, all of its card; empty ones are left out.

    Rows are stored, not made for each reader: the form is that for everyone, the page says which is the reader's.
    """
    facts = (
        RowFact(_("Data"), enumerated(kind.label for kind in page.data_kinds.all())),
        RowFact(_("Where"), enumerated(country.label for country in page.countries.all())),
        RowFact(*_whose(page)),
        RowFact(_("Finest form for everyone"), _form(page)),
        RowFact(_("How to get it"), page.access_method.label if page.access_method else ""),
        RowFact(_("Fresh?"), _fresh(page)),
    )
    return [fact for fact in facts if fact.text]


def _whose(page):
    """The keepers, and the owners where those are others."""
    rows = list(page.organisations.all())
    prefetch_related_objects(rows, "organisation", "role")
    owners, keepers = ([row.organisation.short_name for row in rows if row.role.key == key] for key in (OWNS, KEEPS))
    if not keepers or set(owners) == set(keepers):
        return _("Owner"), enumerated(dict.fromkeys(owners))
    if not owners:
        return _("Kept by"), enumerated(dict.fromkeys(keepers))
    names = {"keepers": enumerated(dict.fromkeys(keepers)), "owners": enumerated(dict.fromkeys(owners))}
    return _("Kept by"), gettext("%(keepers)s for %(owners)s") % names


def _form(page):
    if form := public_form(page):
        return form
    usual = usual_form(page)
    return gettext("%(form)s; usual, not stated by the owner") % {"form": usual} if usual else ""


def _fresh(page):
    state = freshness(page, timezone.localdate())
    updated = page.update_frequency.label if page.update_frequency else ""
    if state is Freshness.UNKNOWN:
        return updated
    return gettext("%(state)s; %(updated)s") % {"state": state.label, "updated": updated}
