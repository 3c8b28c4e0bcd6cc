"""What stands in the way of requests as a table: the numbers of the page, each in a row."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core.csv_table import table_response
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind, Region, WithholdingReason
from practices.exchange.barriers import counts_on

MODELS = (WithholdingReason, DataKind, Region)
"""Of the parts of a Place."""
COLUMNS = ("reason", "reason_label", "data_kind", "data_kind_label", "region", "region_label", "requests")
"""Empty is what is not told apart; no request is in two rows."""


@require_safe
def barriers(request):
    """The numbers of /exchange/barriers/ as CSV."""
    terms = [kept_terms(model) for model in MODELS]
    response = table_response(COLUMNS, sorted(_rows(counts_on(timezone.localdate()), terms)), "barriers")
    # The page is what a search engine should show.
    response["X-Robots-Tag"] = "noindex"
    return response


def _rows(counts, terms):
    for place, count in counts.items():
        found = [known[pk] if pk is not None else None for known, pk in zip(terms, place, strict=True)]
        yield (*(text for term in found for text in ((term.key, term.label) if term else ("", ""))), count)
