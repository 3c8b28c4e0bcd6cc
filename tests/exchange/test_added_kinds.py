"""A kind of data that somebody added for an entry is told to who may know of the entry."""

import pytest
from django.test import Client

from portal.access.enums import Level
from portal.taxonomy.models import DataKind
from tests.factories.needs import make_holding
from tests.factories.people import editor
from tests.factories.records import decide
from tests.factories.taxonomy import DataKindFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return DataKind.objects.get(key="hazards")


@pytest.fixture(params=["below a kind of the file", "below another one"])
def kind(request, group):
    parent = group
    if request.param == "below another one":
        parent = DataKindFactory(parent=None, label_en="Zebratop")
    added = DataKindFactory(parent=parent, label_en="Zebrakind")
    make_holding(title="Public", data_kinds=[group])
    decide(make_holding(title="Hidden", data_kinds=[added]), listed_to=Level.OWNER)
    return added


@pytest.mark.parametrize("path", ["/exchange/", "/exchange/?data_kind=hazards", "/exchange/withheld/"])
def test_who_may_not_know_of_the_entry_reads_nothing_of_its_kind(kind, path):
    assert "Zebra" not in Client().get(path).text


def test_who_may_know_of_it_has_its_column(kind, group):
    client = Client()
    client.force_login(editor())
    below = kind.parent == group

    assert ("Zebratop" in client.get("/exchange/").text) is not below
    assert "Zebrakind" in client.get(f"/exchange/?data_kind={kind.parent.key}").text
