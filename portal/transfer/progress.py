"""Progress as a table: the figures of each quarter and each event, as the page shows them to who asks."""

from django.views.decorators.http import require_safe

from portal.core.csv_table import table_response
from portal.desk.progress.figures import Figure
from portal.desk.progress.of_events import rows_of_events
from portal.desk.progress.of_quarters import rows_of_quarters

COLUMNS = ("of", "key", "label", *(figure.value.replace("-", "_") for figure in Figure))
"""Empty is what is not known; nothing that is known is 0."""


@require_safe
def progress(request):
    """The figures of /progress/ as CSV."""
    rows = [*_rows("quarter", rows_of_quarters(request.user)), *_rows("event", rows_of_events(request.user))]
    response = table_response(COLUMNS, rows, "progress")
    # The page is what a search engine should show.
    response["X-Robots-Tag"] = "noindex"
    return response


def _rows(of, rows):
    return [(of, row.key, row.label, *(cell.count for cell in row.cells)) for row in rows]
