"""What stands in the way of requests: the numbers of the page, who reads them, and that they tell nothing of few."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from case_studies.models import CaseStudyBarrier
from portal.access.enums import Level
from portal.taxonomy.models import BarrierKind
from practices.exchange.barriers import barriers_page
from practices.exchange.queries.refusals import cases_told_on
from practices.exchange.releasing import batches_to_tell
from practices.requests import services
from practices.requests.models import DataRequest
from tests.access.clock import standing
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record
from tests.factories.requests import Scene, reason, refused
from tests.factories.taxonomy import DataKindFactory

pytestmark = pytest.mark.django_db
PATH = "/exchange/barriers/"
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
TODAY = NOW.date()
PAST = datetime(2026, 8, 15, tzinfo=UTC)
LONG_AGO = datetime(2025, 5, 5, tzinfo=UTC)
THIS_QUARTER = datetime(2026, 10, 2, tzinfo=UTC)


@pytest.fixture
def holders():
    return [OrganisationFactory() for _ in range(6)]


def refuse(holders, *numbers, at=PAST, **facts):
    asking = OrganisationFactory()
    return [refused(holders[number], at=at, asked_for=asking, **facts) for number in numbers]


def grids(user=None, day=TODAY):
    """`{reason: {(kind, region): count}}` as the page shows it."""
    return {
        grid.label: {
            (label, column): count
            for label, counts, _ in grid.rows
            for column, count in zip(grid.columns, counts, strict=True)
            if count
        }
        for grid in barriers_page(user, day).grids
    }


def page(user=None, path=PATH):
    client = Client()
    if user:
        client.force_login(user)
    with standing(NOW):
        return client.get(path)


def counted():
    return [(each.label, each.count, each.share) for each in barriers_page(None, TODAY).reasons if each.count]


def test_each_number_by_reason_kind_and_region(holders):
    refuse(holders, 0, 0, 1, 2, 3, 4)
    refuse(holders, 0, 1, 2, 3, 4, kinds=["hazards"], countries=["ukr"])
    refuse(holders, 0, 1, 2, 3, 3, why=None, kinds=["victim_record"], countries=["irq", "jor"])
    refuse(holders, 0, 1, 2, 2, why="capacity", kinds=["hazards"], countries=["ukr"])

    assert grids() == {
        "No legal basis or agreement": {
            ("Accidents and victims", "Asia"): 6, ("Explosive ordnance hazards", "Europe"): 5,
        },
        "No reply": {("Accidents and victims", "Asia"): 5},
    }  # fmt: skip
    assert counted() == [("No legal basis or agreement", 11, 100), ("No reply", 5, 45)]
    assert barriers_page(None, TODAY).total == 16


def test_sums_are_of_what_is_shown(holders):
    refuse(holders, 0, 1, 2, 3, 4)
    refuse(holders, 0, 1, 2, 3, 4, kinds=["hazards"], countries=["irq", "ukr"])
    refuse(holders, 0, 1, countries=["ukr"])

    [grid] = barriers_page(None, TODAY).grids

    assert (grid.columns, grid.sums, grid.total) == (["Asia", "Regions not told apart"], [5, 5], 10)
    assert [(label, sum_) for label, _, sum_ in grid.rows] == [
        ("Explosive ordnance hazards", 5), ("Accidents and victims", 5),
    ]  # fmt: skip


def test_several_kinds_and_several_regions_are_not_told_apart(holders):
    refuse(holders, 0, 1, kinds=["hazards", "eo_accident"], countries=["ukr", "irq"])
    refuse(holders, 2, 3, 4, kinds=[], countries=[])

    [grid] = barriers_page(None, TODAY).grids

    assert grid.is_plain
    assert "Too few of one kind of data or region" in page().text


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({"at": THIS_QUARTER}, 0),
        ({"at": datetime(2023, 12, 31, 12, tzinfo=UTC)}, 0),
        ({"at": datetime(2024, 1, 1, 12, tzinfo=UTC)}, 5),
        ({"is_demo": True}, 0),
        ({}, 5),
    ],
    ids=["this quarter", "before what is counted", "the first day of it", "fictional", "counted"],
)
def test_what_counts(holders, facts, count):
    refuse(holders, 0, 0, 1, 2, 3, **facts)

    assert barriers_page(None, TODAY).total == count
    assert [number for grid in grids().values() for number in grid.values()] == [count] * bool(count)


def test_a_request_of_somebody_fictional_is_fictional():
    scene = Scene()
    assert scene.ask().is_demo is False
    for party in (scene.owner, scene.keeper, scene.asking):
        party.is_demo = True
        party.save()
        assert scene.ask().is_demo is True
        party.is_demo = False
        party.save()


def test_the_last_refusal_gives_the_reason_and_the_owner_decides(holders):
    scene = Scene()
    request = services.refuse(request=scene.ask(), by=scene.owners_point, reason=reason("capacity"))
    DataRequest.objects.update(state_since=PAST)

    [case] = cases_told_on(TODAY)

    assert (case.holder, case.reason) == (scene.owner.pk, reason("capacity").pk)
    request.to_owner = None
    request.save()
    DataRequest.objects.update(state_since=PAST)
    assert [case.holder for case in cases_told_on(TODAY)] == [scene.keeper.pk]


def test_a_kind_that_somebody_added_is_not_told(holders):
    refuse(holders, 0, 1, 2, 3, 4, kinds=[DataKindFactory(label_en="Zebrakind", parent=None).key])

    assert barriers_page(None, TODAY).total == 5
    assert "Zebrakind" not in page(editor()).text


def test_everybody_reads_the_same_numbers(holders):
    refuse(holders, 0, 0, 1, 2, 3, 4)
    bodies = {page(user).text.partition("<main")[2].partition("</main>")[0] for user in (None, member_of(), editor())}

    assert len(bodies) == 1


@pytest.fixture
def base(holders):
    """A world in which something is told, and something is not; with the page that it has."""
    refuse(holders, 0, 1, 2, 3, 4)
    refuse(holders, 0, 1, 0, 1, 0, 1, why="capacity")
    refuse(holders, 2, 3, why="public_safety", kinds=["hazards"], countries=["ukr"], at=LONG_AGO)
    return holders, page().content


FACTS = st.fixed_dictionaries({
    "why": st.sampled_from(["no_legal_basis", "capacity", "public_safety", None]),
    "kinds": st.sampled_from([["eo_accident"], ["hazards"], ["hazards", "schools"], []]),
    "countries": st.sampled_from([["irq"], ["ukr"], ["irq", "ukr"], []]),
    "at": st.sampled_from([PAST, LONG_AGO, THIS_QUARTER]),
})  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=FACTS, number=st.integers(0, 5))
def test_a_request_behind_no_number_leaves_every_byte_as_it_was(base, facts, number):
    holders, before = base
    others = Counter(cases_told_on(TODAY))
    added = refused(holders[number], **facts)
    try:
        cases = cases_told_on(TODAY)
        new = Counter(cases) - others
        is_told = any(new.keys() & set(batch) for _, batch in batches_to_tell(cases))
        assert is_told or page().content == before
        assert bool(new) == (facts["at"] != THIS_QUARTER)
    finally:
        added.delete()


def test_two_holders_who_refuse_all_there_is_leave_the_page_of_an_empty_portal(holders):
    empty = page().content
    for why in ("no_legal_basis", None):
        refuse(holders, *[0, 1] * 6, why=why)

    assert page().content == empty
    assert "No number can be shown yet" in empty.decode()
    refuse(holders, 2)
    assert page().content != empty


def test_a_refusal_of_this_quarter_does_not_show_before_the_next(holders):
    refuse(holders, 0, 0, 1, 2, 3)
    before = page().content
    refuse(holders, 0, 1, 2, 3, 4, at=THIS_QUARTER)

    assert page().content == before
    assert barriers_page(None, datetime(2027, 1, 1, tzinfo=UTC).date()).total == 10


def test_cases_that_met_the_barrier_are_those_that_the_reader_may_know_of(django_capture_on_commit_callbacks):
    kind = BarrierKind.objects.get(key="legal")
    with django_capture_on_commit_callbacks(execute=True):
        for level in (Level.PUBLIC, Level.OWNER):
            make_record(
                barriers=[CaseStudyBarrier(kind=kind, text="A law", overcome="It was changed")], details_to=level
            )

    for user, count in ((None, 1), (editor(), 2)):
        rows = barriers_page(user, TODAY).reasons
        assert {each.answers.cases for each in rows if each.barrier == "Legal"} == {count}
        assert {each.answers.cases for each in rows if each.barrier != "Legal"} == {0}
    assert Client().get(rows[1].answers.cases_url).context["listing"].total == 1


def test_what_one_can_do_is_said_in_the_language_of_the_reader():
    with override("fr"):
        rows = {each.label: each for each in barriers_page(None, TODAY).reasons}

    assert rows["Données personnelles"].next_step == "Demandez des statistiques"
    assert rows["Données personnelles"].barrier == "Juridique"


def test_it_is_linked_from_where_barriers_are_told():
    for path in ("/exchange/withheld/", "/exchange/", "/questions/"):
        assert f'href="{PATH}"' in Client().get(path).text.partition("<main")[2]


@pytest.mark.parametrize("number", [5, 20])
def test_any_number_of_requests_takes_the_same_queries(holders, number, django_assert_max_num_queries):
    refuse(holders, *[count % 6 for count in range(number)])
    page()

    with django_assert_max_num_queries(15):
        page()
