"""The editors' forms of platforms and flows: what may be named, and that few and many rows ask the same."""

import pytest
from django.urls import reverse

from practices.platforms.models import FlowIndexPage, FlowPage, PlatformBridge, PlatformIndexPage, PlatformPage
from tests.factories.people import editor
from tests.factories.platforms import bridge, make_flow, make_platform
from tests.factories.records import make_record
from tests.records.admin_form import add_url, edit_url, rows, send
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def latest(page):
    """The page as its newest draft has it."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.mark.parametrize(("index", "model"), [(PlatformIndexPage, PlatformPage), (FlowIndexPage, FlowPage)])
def test_a_title_is_enough(editing, index, model):
    page = index.objects.get(locale__language_code="en")

    send(editing, add_url(model, page), title="Only a title")

    made = model.objects.get(title="Only a title")
    assert (made.live, made.identity.listed_to) == (False, "members")


def test_a_flow_goes_through_a_platform_and_through_nothing_else(editing):
    platform, case, page = make_platform("Register"), make_record(title="Case"), make_flow("A flow")

    refused = send(editing, edit_url(page), through=str(case.key))
    send(editing, edit_url(page), through=str(platform.key))

    assert refused.status_code == 200
    assert latest(page).through_id == platform.key
    assert f"Register ({platform.identity.code})" in editing.get(edit_url(page)).text


def test_a_bridge_leads_to_a_platform(editing):
    other, page = make_platform("Map"), make_platform("Register")

    typed = rows("bridges", {"to": str(other.key), "direction": "both", "state": "pilot", "how": "weekly"})
    send(editing, edit_url(page), **typed)

    (row,) = latest(page).bridges.all()
    assert (row.to_id, row.direction, row.state, row.how) == (other.key, "both", "pilot", "weekly")


def test_a_draft_whose_platform_is_gone_keeps_the_rest():
    other = make_platform("Map")
    page = make_platform("Register", bridges=[bridge(other, how="weekly")])
    flow = make_flow("A flow", through=other)
    other.identity.delete()

    draft, flow_draft = latest(page), latest(flow)

    assert [(row.to_id, row.how) for row in draft.bridges.all()] == [(None, "weekly")]
    assert flow_draft.through_id is None
    assert PlatformBridge.objects.get().to_id is None


def test_one_bridge_or_twelve_take_the_same_queries(editing):
    others = [make_platform(f"Platform {number}") for number in range(12)]
    pages = [make_platform("Register", bridges=[bridge(other) for other in others[:number]]) for number in (1, 12)]

    counted = [queries_of(editing, edit_url(page)) for page in pages]

    assert counted[0] == counted[1]
    assert counted[0] <= 61


@pytest.mark.parametrize("name", ["platforms", "flows"])
def test_each_has_its_list_in_the_admin(editing, name):
    make_platform("Register")
    make_flow("A flow")

    text = editing.get(reverse(f"{name}:index")).text

    assert ("Register" in text, "A flow" in text) == (name == "platforms", name == "flows")
