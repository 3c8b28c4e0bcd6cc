"""What a list says of an event: when, where, what kind."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from events.enums import Mode
from portal.records.fields import RowFact


def row(page):
    """The RowFacts of an event; empty ones are left out."""
    where = page.get_mode_display() if page.mode == Mode.ONLINE and not page.place else page.place
    facts = (
        RowFact(_("When"), days_of(page)),
        RowFact(_("Where"), str(where), is_prose=bool(page.place)),
        RowFact(_("Kind of event"), page.event_format.label if page.event_format else ""),
        RowFact(_("Series"), page.series, is_prose=True),
    )
    return [fact for fact in facts if fact.text]


def days_of(page):
    """Its days in the reader's language, one or first and last; "" without."""
    days = [day for day in dict.fromkeys((page.starts_on, page.ends_on)) if day]
    return " – ".join(date_format(day, "j F Y") for day in days)
