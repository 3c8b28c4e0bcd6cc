"""Each list says in which forms it can be taken away, with what it is filtered by."""

import re

import pytest

from portal.records.registry import kinds
from tests.factories.records import make_record
from tests.transfer.taking import ask

pytestmark = pytest.mark.django_db
LISTS = [*(f"/{kind.index_path}/" for kind in kinds()), "/search/", "/lessons/"]


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
@pytest.mark.parametrize("path", LISTS)
def test_a_list_leads_to_its_own_forms(path, prefix):
    make_record()
    base = f"{prefix}{path.rstrip('/')}"

    text = ask(f"{prefix}{path}?sector=health&page=2").text

    found = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)"', text)
    assert found == [
        ("text/csv", f"{base}.csv?sector=health"),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            f"{base}.xlsx?sector=health",
        ),
        ("application/json", f"{base}.json?sector=health"),
        ("application/atom+xml", f"{base}.atom?sector=health"),
        *([("text/turtle", "/catalog.ttl")] if path == "/holdings/" else []),
    ]
    assert {_status(url) for _, url in found} == {200}


def _status(url):
    response = ask(url)
    # Reading to the end closes a file.
    b"".join(response)
    return response.status_code


def test_they_stand_below_the_rows():
    make_record()

    text = ask("/case-studies/").text

    assert re.findall(r'<a href="/case-studies\.([a-z]+)" rel="nofollow">([^<]+)</a>', text) == [
        ("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"), ("atom", "Atom")
    ]  # fmt: skip
    assert ".csv" not in ask("/about/").text
