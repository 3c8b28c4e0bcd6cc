"""Our pages beside the home page of a stock Wagtail project, in turns."""

from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from case_studies.models import CaseStudyPage
from portal.access.models import RecordIdentity
from tests.bench.stock import Stock
from tests.bench.timing import middle, milliseconds


def rows():
    """Lines of the table: page and its queries, ours and the stock page in ms, whether it is within three times.

    Stock Wagtail keeps no pages: the first visit is the like-for-like ratio, shown without a target.
    """
    public = RecordIdentity.objects.filter(listed_to="public", details_to="public").values("key")
    record = CaseStudyPage.objects.live().filter(translation_key__in=public).first()
    stock = Stock()
    pages = (("home", "/"), ("list", "/case-studies/"), ("filtered list", "/case-studies/?sector=education"))
    for name, address in (*pages, ("record", record.url), ("search", "/search/?q=data")):
        yield from _rows_of(name, address, stock)
    stock.close()


def _rows_of(name, address, stock):
    """The page as visitors get it once somebody has asked for it, which is judged, and as the first of them gets it."""
    yield _row(f"{name}, kept", address, stock, lambda: None, "3×")
    yield _row(f"{name}, first visit", address, stock, caches["pages"].clear, "")


def _row(name, address, stock, before, target):
    client = Client()

    def ask():
        assert client.get(address).status_code == 200

    for _ in range(2):
        before()
        ask()
    before()
    with CaptureQueriesContext(connection) as captured:
        ask()
    # Counted now: the next request empties the log.
    title, theirs = f"{name} ({len(captured)} queries; stock {stock.queries})", []
    _, ours, _ = milliseconds(before, ask, lambda: theirs.append(stock.get()), rounds=25)
    return title, middle(ours), middle(theirs), target and middle(ours) <= 3 * middle(theirs), target
