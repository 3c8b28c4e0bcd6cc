"""Our pages beside the home page of a stock Wagtail project, in turns."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from case_studies.models import CaseStudyPage
from portal.access.models import RecordIdentity
from tests.bench.stock import Stock
from tests.bench.timing import middle, milliseconds


def rows():
    """Lines of the table: page and its queries, ours and the stock page in ms, whether it is within three times."""
    public = RecordIdentity.objects.filter(listed_to="public", details_to="public").values("key")
    record = CaseStudyPage.objects.live().filter(translation_key__in=public).first()
    stock = Stock()
    pages = (("home", "/"), ("list", "/case-studies/"), ("list, filtered", "/case-studies/?sector=education"))
    for name, address in (*pages, ("record", record.url), ("search", "/search/?q=data")):
        yield _row(name, address, stock)
    stock.close()


def _row(name, address, stock):
    client = Client()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    theirs = []
    ours, _ = milliseconds(lambda: client.get(address), lambda: theirs.append(stock.get()), rounds=25)
    title = f"{name} ({len(captured)} queries; stock {stock.queries})"
    return title, middle(ours), middle(theirs), middle(ours) <= 3 * middle(theirs), "3×"
