"""What an address of the catalogue asks for, and what is said of the rest."""

import re

from django.utils.translation import gettext as _

from portal.search.analysis import clean
from portal.search.query import ignored

NUMBER = re.compile("[1-9][0-9]{0,8}", re.ASCII)
SHOWN = 80


def page_asked(parameters) -> tuple[int, list[str]]:
    """The number of the page, the first where none or no number was given; and what is said of what was ignored."""
    given = parameters.get("page", "1")
    notices = [ignored(name) for name in parameters if name != "page"]
    if NUMBER.fullmatch(given):
        return int(given), notices
    wrong = _("“%s” is not the number of a page; this is the first.") % clean(given, SHOWN)
    return 1, [*notices, wrong]
