"""The page and the list of flows: both ends, kinds and state on the card, the rest for those who may read it."""

import pytest
from django.test import Client
from django.utils.translation import override

from portal.access.enums import Level
from portal.taxonomy.models import BarrierKind, LinkageMethod, UpdateFrequency
from practices.platforms.flow_kind import row
from practices.platforms.models import FlowBarrier
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.platforms import make_flow, make_platform
from tests.records.test_queries import MOST, queries_of

pytestmark = pytest.mark.django_db


def text_of(path, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path).text


@pytest.fixture
def flow():
    """A flow whose details are for members."""
    return make_flow(
        "Counts to the map",
        giver=OrganisationFactory(name_en="The centre", acronym=""),
        taker_note="Humanitarian organisations",
        through=make_platform("Register"),
        method=LinkageMethod.objects.get(key="shared_place_code"),
        frequency=UpdateFrequency.objects.get(key="monthly"),
        join_keys="P-codes",
        technical_note="<p>A table by mail</p>",
        institutional_note="<p>Under a letter</p>",
        authority="The authority",
        state_note="Since spring",
        as_of=2024,
        barriers=[FlowBarrier(kind=BarrierKind.objects.get(key="no_agreement"), text="Nothing is signed")],
        details_to=Level.MEMBERS,
    )


DETAILS = (
    "Register", "P-codes", "A table by mail", "Under a letter", "The authority", "Since spring", "2024", "Every month",
    "Nothing is signed", "Join on shared place codes",
)  # fmt: skip


def test_the_card_tells_both_ends_kinds_and_state_and_nothing_else(flow):
    text = text_of(flow.url)

    for part in ("The centre", "Humanitarian organisations", "Running", flow.data_kinds.first().label):
        assert part in text
    assert [part for part in DETAILS if part in text.replace("Platforms", "")] == []


def test_who_may_read_the_details_reads_all_of_them(flow):
    text = text_of(flow.url, member_of())

    assert [part for part in DETAILS if part not in text] == []


def test_the_row_tells_who_gives_what_to_whom():
    ends = {
        "giver": OrganisationFactory(name_en="A", acronym=""),
        "taker": OrganisationFactory(name_en="B", acronym=""),
    }
    one_way, both = make_flow("One", **ends), make_flow("Both", two_way=True, **ends)
    words = make_flow("Words", giver_note="Operators")

    first = [next((str(fact.label), fact.text) for fact in row(page)) for page in (one_way, both, words)]

    assert first == [("From → to", "A → B"), ("Between", "A, B"), ("From", "Operators")]
    with override("ar"):
        assert row(one_way)[0].text == "\u2068A\u2069 ← \u2068B\u2069"


def test_the_list_tells_details_only_to_those_who_may_read_them(flow):
    as_visitor, as_member = text_of("/flows/"), text_of("/flows/", member_of())

    assert "The centre → Humanitarian organisations" in as_visitor
    assert ["Every month" in text for text in (as_visitor, as_member)] == [False, True]


def test_flows_are_found_by_state_by_their_ends_and_by_the_platform_that_one_may_know_of(flow):
    hidden = make_platform("Hidden", listed_to=Level.OWNER)
    make_flow("Stopped one", state="blocked", through=hidden)

    def found(query, user=None):
        return [title for title in ("Counts to the map", "Stopped one") if f">{title}</a>" in text_of(query, user)]

    assert found(f"/flows/?organisation={flow.giver.slug}") == ["Counts to the map"]
    assert found("/flows/?state=blocked") == ["Stopped one"]
    assert found(f"/flows/?platform={hidden.slug}", editor()) == ["Stopped one"]
    # To whom the platform is unknown, so is the filter, as one that nothing has.
    assert found(f"/flows/?platform={hidden.slug}", member_of()) == found("/flows/?platform=nothing", member_of())


def test_the_platform_lists_the_flows_that_go_through_it(flow):
    url = next(
        iter(part for part in text_of(flow.url, member_of()).split('"') if part.startswith("/platforms/register"))
    )

    assert ("Counts to the map" in text_of(url), "Counts to the map" in text_of(url, member_of())) == (False, True)


def test_years_are_those_of_which_it_is_said(flow):
    member = member_of(OrganisationFactory())

    assert "Counts to the map" in text_of("/flows/?from=2024&to=2024", member)
    assert "Counts to the map</a>" not in text_of("/flows/?from=2025", member)
    assert "Counts to the map" not in text_of("/flows/?from=2024&to=2024")


def test_one_barrier_or_twelve_take_the_same_queries(client):
    kind, platform = BarrierKind.objects.first(), make_platform("Register")
    counted = [
        queries_of(client, make_flow(f"Flow {many}", through=platform, barriers=barriers(kind, many)).url)
        for many in (1, 12)
    ]

    assert counted[0] == counted[1]
    assert counted[0] <= MOST


def barriers(kind, number):
    return [FlowBarrier(kind=kind, text=f"Barrier {each}") for each in range(number)]
