"""Data needs of the first content: what the file says stands in the records, and nobody has answered any."""

import pytest

from practices.needs.models import DataNeedPage
from tests.first_content import first_content
from tests.home.content import entries, taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    with first_content(django_db_blocker, demo=True):
        yield


@pytest.fixture
def need(loaded):
    with taken_back():
        yield lambda source_id: DataNeedPage.objects.get(source_id=source_id)


def keys(terms):
    return {term.key for term in terms.all()}


def test_a_need_says_what_the_file_says(need):
    page, entry = need("ne-routes"), next(each for each in entries("needs") if each["id"] == "ne-routes")

    assert (page.title, page.decision_note) == (entry["title"], entry["decision_supported"])
    assert keys(page.data_kinds) == set(entry["data_kinds"])
    assert keys(page.countries) == {"ssd", "som", "sdn"}
    assert keys(page.asked_by_types) == set(entry["organisation_types"])
    assert (page.decision.key, keys(page.other_decisions)) == ("access_logistics", {"operational_safety"})
    assert (page.coarsest_level.key, page.frequency.key, page.urgency.key) == ("line", "weekly", "high")
    assert {source.title for source in page.sources.all()} == {source["title"] for source in entry["sources"]}
    assert {"decision", "coarsest_level", "asked_by_types", "urgency"} <= set(page.unconfirmed_fields)


def test_who_asks_is_a_user_of_the_data(need):
    rows = need("ne-farm").organisations.all()

    assert {(row.organisation.source_id, row.role.key) for row in rows} == {
        ("org-fao", "data_user"), ("org-wfp", "data_user"),
    }  # fmt: skip


def test_nothing_of_real_needs_is_said_to_be_met(need):
    real = DataNeedPage.objects.filter(is_demo=False)

    assert {page.state.key for page in real} == {"open"}
    assert not any(page.met_by.exists() for page in real)


def test_the_fictional_needs_stand_in_each_state(need):
    states = {page.source_id: page.state.key for page in DataNeedPage.objects.filter(is_demo=True)}

    assert set(states.values()) == {"open", "partly_met", "refused", "withdrawn"}
    assert need("ne-xxa-depots").refused_reason.key == "public_safety"
    assert [str(answer) for answer in need("ne-xxa-movements").met_by.all()] == [
        "Tables of the Sample Relief Association for three districts."
    ]
