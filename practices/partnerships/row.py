"""What a list says of an idea: state since · partners committed / sought · looking for · next step due."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import RowFact
from practices.partnerships.partners import committed, partners_of, sought
from practices.partnerships.plan import next_due, plan_of
from practices.partnerships.states import stands

ILLUSTRATIVE = gettext_lazy("Illustrative: an example that nobody has proposed yet")


def row(page):
    """The RowFacts of an idea; empty ones are left out."""
    facts = (
        RowFact(_("Note"), str(ILLUSTRATIVE) if page.is_illustrative else ""),
        RowFact(_("State"), state_since(page, stands(page.key))),
        RowFact(_("Where"), enumerated(country.label for country in page.countries.all())),
        RowFact(_("Partners"), _partners(page), Zone.DETAILS),
        RowFact(_("Looking for"), enumerated(str(each) for each in page.looking_for)),
        RowFact(_("Next step due"), _day(next_due(plan_of(page))), Zone.DETAILS),
    )
    return [fact for fact in facts if fact.text]


def state_since(page, stand):
    """“In progress since 3 May 2026”."""
    moment = stand.since or page.first_published_at
    if moment is None:
        return stand.state.label
    day = _day(timezone.localdate(moment))
    return _("%(state)s since %(day)s") % {"state": stand.state.label, "day": day}


def _partners(page):
    partners = partners_of(page)
    if not partners:
        return ""
    numbers = {"committed": len(committed(partners)), "sought": len(sought(partners))}
    return _("%(committed)d committed of %(sought)d sought") % numbers


def _day(day):
    return date_format(day, "j F Y") if day else ""
