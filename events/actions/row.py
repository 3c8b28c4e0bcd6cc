"""What a list of many kinds says of an action. What changes from day to day (how late it is) the page reckons."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.records.fields import RowFact


def row(action):
    """The RowFacts of an action: organisation, due, state, how often it was carried over."""
    facts = (
        RowFact(_("Organisation"), action.organisation.short_name),
        RowFact(_("Due"), date_format(action.due_on, "j F Y")),
        RowFact(_("State"), action.state_term.label),
        RowFact(_("Carried over"), times(action.carried_over)),
    )
    return [fact for fact in facts if fact.text]


def times(count) -> str:
    """How often, in words; "" for never."""
    return ngettext("%(count)d time", "%(count)d times", count) % {"count": count} if count else ""
