"""Wagtail's page search as its admin asks it: explorer search and choosers, at all the seeded pages."""

from django.core.management import call_command
from django.db import connection
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from tests.bench.search import sample_words
from tests.bench.seeding import COUNT
from tests.bench.timing import middle, milliseconds

TARGET = 500


def rows():
    """Lines of the table: what, ours in ms, nothing by hand, and whether it is within the target."""
    if IndexEntry.objects.count() < COUNT:
        call_command("update_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    broad, _, narrow = sample_words()
    for name, text in (("broad word", broad), ("narrow word", narrow), ("four letters", broad[:4]), ("quotes", '"((*')):
        (times,) = milliseconds(lambda text=text: _ask(text), rounds=5)
        yield f"{name} ({_ask(text)} hits)", middle(times), None, middle(times) <= TARGET, f"{TARGET} ms"


def _ask(text):
    found = Page.objects.all().autocomplete(text)
    list(found[:50])
    return len(found) if hasattr(found, "__len__") else found.count()
