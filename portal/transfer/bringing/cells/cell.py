"""The least that every cell can do."""

import re

from django.utils.translation import gettext as _

from portal.transfer.bringing.wrong import Refused

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows: words can be made to look like others with them."""


def require_plain(text):
    """Raises Refused for signs that nobody sees, and for such as turn the direction of words."""
    if found := UNSEEN.search(text):
        raise Refused(_("It holds a sign that cannot be seen (U+%04X). Take it out.") % ord(found[0]))
    if found := TURNING.search(text):
        raise Refused(_("It holds a sign that turns the direction of words (U+%04X). Take it out.") % ord(found[0]))


class Cell:
    """One kind of value; `field` is the model's field that keeps it."""

    def __init__(self, field):
        self.field = field

    @property
    def empty(self):
        """The value of a cell in which nothing stands."""
        return None if self.field.null else self.field.get_default()

    @property
    def is_needed(self):
        """Whether something must stand in it."""
        return not self.field.blank and not self.field.has_default()

    def write(self, value, known) -> str:
        """The value as text, the same in every language; `known` names what has a code."""
        return "" if value is None else str(value)

    def read(self, text, known):
        """The value of a text that is not empty. Raises Refused."""
        raise NotImplementedError

    def choices(self, known) -> list[tuple[str, str]]:
        """What may stand in it, as pairs of what is written and what it is called; [] where that is no list."""
        return []

    def guidance(self) -> str:
        """What to write, in a sentence."""
        return ""

    def is_hidden(self, value, known) -> bool:
        """Whether the value is something that may not be named to who asks."""
        return False
