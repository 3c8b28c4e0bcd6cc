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
        ("application/atom+xml", f"{base}.atom?sector=health"),
    ]
    assert [ask(url).status_code for _, url in found] == [200, 200]


def test_they_stand_below_the_rows():
    make_record()

    assert '<a href="/case-studies.csv" rel="nofollow">CSV</a>' in ask("/case-studies/").text
    assert ".csv" not in ask("/about/").text
