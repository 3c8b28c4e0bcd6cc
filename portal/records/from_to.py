"""From whom to whom, in a row of a list."""

from django.utils.translation import get_language_bidi, gettext
from django.utils.translation import gettext_lazy as _

from portal.core.languages import enumerated
from portal.records.fields import RowFact

MOST_NAMES = 5
"""On one side of an exchange."""


def between(names):
    """The RowFact of those who give to each other, by their names; of one alone, that it gives and takes."""
    return RowFact(_("Between") if len(names) > 1 else _("From and to"), shortened(names))


def from_to(givers, takers):
    """The RowFact of names of who gives and of who takes; where one side is unknown, of the other."""
    givers, takers = shortened(givers), shortened(takers)
    if not takers:
        return RowFact(_("From"), givers)
    if not givers:
        return RowFact(_("To"), takers)
    if get_language_bidi():
        # Arabic reads leftwards; isolated, so that two Latin names do not turn the order round.
        return RowFact(_("From → to"), f"\u2068{givers}\u2069 ← \u2068{takers}\u2069")
    return RowFact(_("From → to"), f"{givers} → {takers}")


def shortened(names, most=MOST_NAMES):
    """The names in one line, each once; of more than `most` the first."""
    names = list(dict.fromkeys(names))
    if len(names) <= most:
        return enumerated(names)
    # Never one alone: its name would take no more room.
    rest = len(names) - most + 1
    return gettext("%(names)s and %(number)d more") % {"names": enumerated(names[:-rest]), "number": rest}
