"""“What part of IMSMA can go to whom” as a table: the page's rows, for who asks."""

from django.views.decorators.http import require_safe

from portal.core.csv_table import table_response
from portal.desk.countries.reading import country_asked
from portal.desk.imsma.reading import imsma_for, keys_read
from portal.records.reads import note_read
from portal.search.figures import Figures

from .formats.notices import say

COLUMNS = (
    "data_kind", "label", "audience", "usual_proposal", "stated", "part", "part_language", "holdings", "fictional",
)  # fmt: skip
"""`usual_proposal` is nobody's word; `stated` is that of the owners of so many `holdings`, of a `part` of the data
where that is filled. An audience for which nothing is stated has one row."""


@require_safe
def imsma(request):
    """The rows of /imsma/ as CSV; of one country with `?country=irq`."""
    chosen, notices = country_asked(request.GET, request.user, Figures(request.user))
    country = chosen.key if chosen else None
    response = table_response(COLUMNS, list(_rows(imsma_for(request.user, country))), "imsma")
    note_read(request, *keys_read(request.user, country))
    say(response, notices)
    # The page is what a search engine should show.
    response["X-Robots-Tag"] = "noindex"
    return response


def _rows(kinds):
    for kind in kinds:
        for cell in kind.audiences:
            about = (kind.key, kind.label, cell.audience, cell.usual)
            for each in cell.stated:
                yield (*about, each.form, each.part, each.lang, each.holdings, "yes" if each.is_demo else "no")
            if not cell.stated:
                yield (*about, None, None, None, 0, None)
