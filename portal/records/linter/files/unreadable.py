"""Files that cannot be read to their end, and the room there is for reading one."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.records.linter import find

MOST_BYTES = 40 * 1024 * 1024
"""Unpacked; more is no text of a document but an attack."""
MOST_LETTERS = 4_000_000
"""Two thousand pages; reading them takes some ten seconds."""


class Unreadable(Exception):
    """A file that may hold what nobody looked at: its text says why, and what its owner can do."""


def too_large():
    """The Unreadable of what is more than there is room for."""
    return Unreadable(_("This file is too large to be read to its end. Make it smaller and add it again."))


def damaged():
    """The Unreadable of a broken or protected file."""
    return Unreadable(
        _("This file is damaged or protected, so that it cannot be read to its end. Save it anew without protection.")
    )


def unfit():
    """The Unreadable of a file that is not what its name says."""
    return Unreadable(_("What is in this file does not fit the ending of its name. Save it anew as what it is."))


def holds_unknown(name):
    """The Unreadable of a file within a file, of a kind that is not read."""
    return Unreadable(
        _("This file holds another that cannot be read: “%(name)s”. Take that out and add it again.") % {"name": name}
    )


@dataclass
class Room:
    """How many bytes may still be unpacked, and how many letters read."""

    left: int = MOST_BYTES
    letters: int = MOST_LETTERS

    def take(self, count):
        """Uses up so many bytes; raises Unreadable when there are not so many left."""
        self.left -= count
        if self.left < 0:
            raise too_large()

    def read(self, text):
        """The Findings in a text; raises Unreadable when there is no room for so many letters."""
        self.letters -= len(text)
        if self.letters < 0:
            raise too_large()
        return find(text)
