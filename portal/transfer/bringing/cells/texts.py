"""Texts: plain ones, addresses, texts of the story, and words of one's own."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from portal.records.plain_prose import as_plain, as_rich
from portal.transfer.bringing.wrong import Refused

from .cell import Cell, require_plain
from .rich import inside_links, is_rich, require_rich, with_codes, with_pages

LONGEST = 20_000
"""Characters of a text that has no limit of its own."""
BETWEEN = " | "
DIVIDED = re.compile(r"[|\n]")
_url, _email = URLValidator(schemes=["http", "https"]), validate_email


class Text(Cell):
    """A text, as it is."""

    def write(self, value, known):
        return (value or "").replace("\r\n", "\n").replace("\r", "\n").strip()

    def read(self, text, known):
        require_plain(text)
        _require_short(text, getattr(self.field, "max_length", None) or LONGEST)
        return text

    def guidance(self):
        most = getattr(self.field, "max_length", None)
        return _("A text of at most %d characters.") % most if most else _("A text.")


class WebAddress(Text):
    """The address of a page."""

    def read(self, text, known):
        super().read(text, known)
        try:
            _url(text)
        except ValidationError as refused:
            raise Refused(_("This is no web address."), _("Write one such as https://example.org/page.")) from refused
        return text

    def guidance(self):
        return _("A web address, with https:// before it.")


class Mailbox(Text):
    """An e-mail address."""

    def read(self, text, known):
        super().read(text, known)
        try:
            _email(text)
        except ValidationError as refused:
            raise Refused(_("This is no e-mail address."), _("Write one such as im@example.org.")) from refused
        return text

    def guidance(self):
        return _("An e-mail address, that of a role rather than a person.")


class Prose(Cell):
    """A text of the story: as plain lines where these say all of it, else as it is kept."""

    def write(self, value, known):
        rich = with_codes((value or "").replace("\r\n", "\n"), known)
        plain = as_plain(inside := with_pages(rich, known))
        is_same = as_rich(plain, inside_links(inside)) == inside
        # A link within has a code in files, and a number here.
        return with_codes(plain, known) if is_same and not is_rich(plain) else rich.strip()

    def read(self, text, known):
        require_plain(text)
        _require_short(text, LONGEST)
        inside = with_pages(text, known)
        if is_rich(text):
            require_rich(text)
            return inside
        return as_rich(inside, inside_links(inside))

    def guidance(self):
        return _("A text; an empty line parts paragraphs, lines that begin with “- ” are a list.")


class Words(Cell):
    """Words of one's own, several in a cell."""

    empty = ()
    longest = 100

    def write(self, value, known):
        return BETWEEN.join(" ".join(str(word).split()) for word in value or ())

    def read(self, text, known):
        require_plain(text)
        words = parts_of(text)
        for word in words:
            if len(word) > self.longest:
                raise Refused(_("“%(word)s…” is too long: at most %(most)d characters.") % self._facts(word))
        return list(dict.fromkeys(words))

    def _facts(self, word):
        return {"word": word[:30], "most": self.longest}

    def guidance(self):
        return _("Words, with | between them.")


def _require_short(text, most):
    if len(text) > most:
        raise Refused(_("It has %(is)d characters; at most %(most)d fit.") % {"is": len(text), "most": most})


def parts_of(text):
    """The parts of a cell that holds several: between bars, or on lines of their own."""
    return [part.strip() for part in DIVIDED.split(text) if part.strip()]
