"""Short texts that stand beside the entries and pass no review: what must not be in them, by who reads them."""

from django.utils.translation import gettext as _

from portal.access.enums import Level, Zone
from portal.records.linter import find
from portal.records.linter.gate import Told


def problem_of(text: str, where, level: Level) -> str:
    """Sentences on what stands in a text that `level` is too wide for; "" for nothing. `where` names its field."""
    told = [Told(str(where), Zone.CARD, finding) for finding in find(text)]
    found = [str(each) for each in told if each.is_too_open(level, level)]
    return " ".join([_("More people would read this than may."), *found, _("Take it out.")]) if found else ""
