"""Which part of a list is asked for: the parameters of the list's own page, and how many rows there are on a page."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.search.analysis import clean
from portal.search.expression import SHOWN
from portal.search.query import PAGE_SIZE

MOST = 100
SIZE = "page_size"


def parameters_of(request) -> tuple[QueryDict, int, list[str]]:
    """The parameters without the size of a page, that size, and what is said of one that is none."""
    parameters = request.GET.copy()
    asked = parameters.pop(SIZE, [""])[-1]
    if asked.isascii() and asked.isdigit() and len(asked) < 5 and 1 <= int(asked) <= MOST:
        return parameters, int(asked), []
    return parameters, PAGE_SIZE, [_no_size(asked)] if asked else []


def _no_size(asked):
    words = {"asked": clean(asked, SHOWN), "most": MOST, "size": PAGE_SIZE}
    return _("“%(asked)s” is not a size of a page from 1 to %(most)s; a page has %(size)s rows.") % words
