"""What the table of fields reads of a holding where that is not the field itself."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from practices.holdings.ladder import PUBLIC, WITHHELD, finest_in_words, stated
from practices.holdings.usual import usual_ladder

OWNS = "data_owner"
"""The role of an organisation that owns the data."""


def choice(name):
    """What reads a field of choices: the words for what was chosen, "" where nothing was."""
    return lambda page: str(getattr(page, f"get_{name}_display")())


def yes_no(name):
    """What reads a field that may be unknown: the word for it, None where nobody knows."""
    words = {True: _("Yes"), False: _("No"), None: None}
    return lambda page: words[getattr(page, name)]


def public_form(page):
    """The finest form that may go to everyone, as the owner stated it; "" where the owner stated none.

    The one thing that a card tells of the ladder, which is of the details: of kinds of data only those that stand on
    the card, too.
    """
    return finest_in_words(stated(page.ladder.all()), PUBLIC, nameable=set(page.data_kinds.all()))


def usual_public_form(page):
    """The finest form that usually goes to everyone, where the owner stated none; "" without kinds of data."""
    return "" if public_form(page) else usual_form(page)


def usual_form(page):
    """The same whatever the owner stated. How fine the data are is of the details, so it bounds nothing on the card."""
    return finest_in_words(usual_ladder(page.data_kinds.all()), PUBLIC)


def data_owners(page):
    """The organisations that own the data, where they have a row."""
    rows = list(page.organisations.all())
    prefetch_related_objects(rows, "organisation", "role")
    return list(dict.fromkeys(row.organisation for row in rows if row.role.key == OWNS))


def shared_with(page):
    """Those who get something, as the owner stated it."""
    return [step.audience for step in stated(page.ladder.all()) if step.rung.key != WITHHELD]


def decisions_of(page):
    """The decisions for which the data are useful."""
    return [use.decision for use in page.uses.all() if use.decision]
