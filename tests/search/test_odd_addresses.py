"""Whatever stands in whatever parameter of an address that searches: it is answered, and no error tells anything."""

from urllib.parse import quote_plus

import pytest
from django.test import Client

from case_studies.models import CaseStudyLesson
from portal.access.enums import Level
from portal.taxonomy.models import Country
from tests.factories.people import editor
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
ADDRESSES = (
    "/search/", "/search/suggest", "/search.csv", "/search.atom", "/search.xlsx", "/search.json", "/fr/case-studies/",
    "/case-studies.csv", "/lessons/", "/lessons.atom", "/ar/organisations/", "/actions/board/", "/compare/",
    "/glossary/",
)  # fmt: skip
PARAMETERS = (
    "q", "country", "country!", "kind", "kind!", "organisation", "from", "to", "sort", "page", "explain", "r", "q[]",
    "country[$ne]", "state!!", "!", "",
)  # fmt: skip
SHORT = (
    "%ED%A0%80", "%FF%FE", "%E2%80%AE%E2%81%A6a%E2%80%AC", "%EF%BB%BFwells", "%22((*", "%22%22%22-%22", "-", "*",
    "%25(match)s", "%", "';--", "country:", ":irq", "country:irq:irq", "-country:%22irq", "kind:kind:kind:", "%0A%0D",
    "1e9", "-1", "0", "999999999", "9" * 30, "%D9%A2", "2019-13-99", "0000", "[]", "{}",
)  # fmt: skip
LONG = (
    "a" * 45_000, "a+" * 20_000, "%22" * 15_000, "%D8%A7%D9%84" * 3_700, "country:irq+" * 3_700, "-a+" * 15_000,
    "%F0%9F%99%82" * 3_700, "e%CC%81" * 6_000, "%EF%B7%BA" * 5_000, "a&q=" * 900,
)  # fmt: skip
NOT_READ = ("%00", "wells%00", "a" * 100_000, "q&q=" * 5_000)
"""What is refused before anything is asked: a NUL, an endless query, more parameters than a form has."""


@pytest.fixture
def readers():
    """A visitor and an editor, of entries of which the one knows one and the other both."""
    iraq = [Country.objects.get(key="irq")]
    make_record(title="Wells", countries=iraq, lessons=[CaseStudyLesson(text="Ask early.")])
    make_record(title="Hidden wells", countries=iraq, listed_to=Level.OWNER)
    signed_in = Client()
    signed_in.force_login(editor())
    return Client(), signed_in


def status(client, address):
    answer = client.get(address)
    return answer.status_code, b"".join(answer)


@pytest.mark.parametrize("address", ADDRESSES)
def test_odd_values_are_answered(readers, address):
    everywhere = ["&".join(f"{name}={value}" for name in PARAMETERS) for value in SHORT]

    for query in [*everywhere, *(f"q={value}" for value in LONG)]:
        for number, client in enumerate(readers):
            code, body = status(client, f"{address}?{query}")
            assert code == 200 or (number, address, code) == (0, "/actions/board/", 302), query[:80]
            assert number or b"Hidden wells" not in body


@pytest.mark.parametrize("query", NOT_READ, ids=lambda query: quote_plus(query[:9]))
@pytest.mark.parametrize("address", ["/search/", "/search/suggest", "/search.csv", "/lessons/"])
def test_what_nothing_can_be_asked_with_is_refused_at_once(address, query, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Client().get(f"{address}?q={query}").status_code == 400
