"""What speaks for a holding and against it, and what is no match at all."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.taxonomy.models import AccessMethod, UpdateFrequency
from practices.needs.matching import Step, judge, scales
from tests.factories.matching import holding_facts, need_facts

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)
KINDS = (
    "hazards",
    "suspected_hazardous_area",
    "contamination_indicators",
    "schools",
    "education_statistics",
    "idp_flows",
)
COUNTRIES = ("irq", "ukr", "khm")


def said(need, holding):
    """By code, what is said."""
    return {each.code: each for each in judge(need, holding, scales(), TODAY)}


def codes(need, holding):
    return set(said(need, holding))


def test_the_same_kind_in_the_same_country_is_a_match():
    found = said(need_facts(), holding_facts())

    assert set(found) == {"kind_same", "place_same"}
    assert found["kind_same"].params == {"asked": ["schools"]}
    assert found["place_same"].params == {"countries": ["irq"]}


@pytest.mark.parametrize(
    ("asked", "held", "code"),
    [
        ("hazards", "suspected_hazardous_area", "kind_within"),
        ("suspected_hazardous_area", "hazards", "kind_broader"),
        ("schools", "education_statistics", "kind_close"),
    ],
)
def test_the_hierarchy_of_kinds_counts(asked, held, code):
    near = said(need_facts(kinds=(asked,)), holding_facts(kinds=frozenset({held})))
    same = said(need_facts(kinds=(asked,)), holding_facts(kinds=frozenset({asked})))

    assert near[code].params == {"asked": [asked], "held": [held]}
    assert near[code].points < same["kind_same"].points


def test_kinds_of_one_group_that_others_keep_are_no_answer():
    assert codes(need_facts(kinds=("data_rules",)), holding_facts(kinds=frozenset({"funding"}))) == set()


@pytest.mark.parametrize(
    "holding",
    [
        {"countries": frozenset({"ukr"})},
        {"countries": frozenset()},
        {"kinds": frozenset({"market_prices"})},
        {"kinds": frozenset()},
        {"holders": frozenset({1})},
        {"sectors": frozenset({"education"}), "kinds": frozenset({"education_statistics"})},
    ],
)
def test_what_is_no_match(holding):
    need = need_facts(askers=frozenset({1, 2}), sectors=frozenset({"education"}))

    assert codes(need, holding_facts(**holding)) == set()


def test_ones_own_sector_counts_when_it_has_what_is_asked_and_less_than_another():
    need = need_facts(sectors=frozenset({"education"}))
    own = said(need, holding_facts(sectors=frozenset({"education"})))
    other = said(need, holding_facts(sectors=frozenset({"health"})))

    assert own["own_sector"].points < 0
    assert set(own) - set(other) == {"own_sector"}


def test_worldwide_data_cover_the_country_and_a_country_is_part_of_the_world():
    world = holding_facts(countries=frozenset(), coverage="global")
    anywhere = need_facts(countries=frozenset(), coverage="global")

    assert "place_world" in codes(need_facts(), world) & codes(anywhere, world)
    assert said(anywhere, holding_facts())["place_only"].params == {"countries": ["irq"]}
    assert said(need_facts(countries=frozenset({"irq", "ukr"})), holding_facts())["place_missing"].params == {
        "countries": ["ukr"]
    }


@pytest.mark.parametrize(
    ("need", "holding", "code"),
    [
        ({"level": "adm2"}, {"level": "settlement"}, "level_fine"),
        ({"level": "adm2"}, {"level": "adm1"}, "level_coarse"),
        ({"from_year": 2019, "to_year": 2020}, {"from_year": 2018}, "years_covered"),
        ({"from_year": 2019}, {"from_year": 2018, "to_year": 2024}, "years_short"),
        ({"frequency": "monthly"}, {"frequency": "live"}, "often_enough"),
        ({"frequency": "monthly"}, {"frequency": "yearly"}, "too_seldom"),
        ({"apart": frozenset({"sex"})}, {"apart": {"sex": True}}, "apart"),
        ({"apart": frozenset({"sex"})}, {"apart": {"sex": False}}, "not_apart"),
        ({"apart": frozenset({"sex"})}, {}, "apart_unknown"),
        ({"sectors": frozenset({"health"})}, {"uses": (("health", ""),)}, "useful_for"),
        ({}, {"access_method": "open_download"}, "access_open"),
        ({}, {"access_method": "members_only"}, "access_limited"),
        ({}, {"access_method": "by_request"}, "access_asked"),
        ({}, {"access_method": "not_available"}, "access_none"),
        ({}, {"consent": "not_asked"}, "owner_not_asked"),
        ({}, {"consent": "asked"}, "owner_silent"),
        ({}, {"frequency": "unknown"}, "updates_unknown"),
        ({}, {"frequency": ""}, "updates_unknown"),
        ({}, {"agreement": "data_sharing_agreement"}, "agreement"),
        ({}, {"frequency": "monthly", "last_updated_on": date(2026, 11, 1)}, "fresh"),
        ({}, {"frequency": "monthly", "last_updated_on": date(2026, 10, 20)}, "due"),
        ({}, {"frequency": "monthly", "last_updated_on": date(2025, 9, 1)}, "late"),
    ],
)
def test_each_criterion_says_what_it_finds(need, holding, code):
    assert codes(need_facts(**need), holding_facts(**holding)) - {"kind_same", "place_same"} == {code}


def test_of_what_is_unknown_nothing_is_said():
    need = need_facts(level="adm2", frequency="monthly", from_year=2020, decisions=frozenset({"risk_education"}))

    assert codes(need, holding_facts(frequency="as_needed", access_method="")) == {"kind_same", "place_same"}


def test_what_editors_added_to_the_vocabularies_is_read_as_far_as_it_goes():
    AccessMethod.objects.create(key="by_pigeon", label_en="By pigeon")
    UpdateFrequency.objects.create(key="fortnights", label_en="Every three fortnights", attributes={"days": "42"})
    need = need_facts(frequency="half_yearly")
    late = holding_facts(frequency="fortnights", last_updated_on=date(2026, 10, 1), access_method="by_pigeon")

    assert codes(need, late) == {"kind_same", "place_same", "often_enough", "due"}


@pytest.mark.parametrize("frequency", ["live", "never", "as_needed"])
def test_what_cannot_be_late_is_not_praised_for_it(frequency):
    assert codes(need_facts(), holding_facts(frequency=frequency, last_updated_on=date(2016, 3, 1))) == {
        "kind_same", "place_same",
    }  # fmt: skip


LADDER = (
    Step("public", "adm1_count", is_stated=True),
    Step("ngos", "adm2_count", is_stated=True),
    Step("national_authorities", "exact"),
    Step("un_agencies", "nothing", is_stated=True),
    Step("ngos", "exact", kind="market_prices", is_stated=True),
)


@pytest.mark.parametrize(
    ("types", "code", "form", "is_stated"),
    [
        ({"national_ngo"}, "form_enough", "adm2_count", True),
        ({"donor"}, "form_coarse", "adm1_count", True),
        (set(), "form_coarse", "adm1_count", True),
        # Public counts are for everybody, also where a step says less.
        ({"united_nations"}, "form_coarse", "adm1_count", True),
        ({"national_ngo", "donor"}, "form_coarse", "adm1_count", True),
    ],
)
def test_the_ladder_of_the_asker_decides_the_form(types, code, form, is_stated):
    found = said(need_facts(asker_types=frozenset(types), level="adm2"), holding_facts(steps=LADDER))[code]

    assert (found.params["form"], found.params["is_stated"]) == (form, is_stated)


def test_a_usual_proposal_counts_less_than_what_the_owner_stated():
    need = need_facts(asker_types=frozenset({"national_ngo"}), level="adm2")
    usual, stated = (
        said(need, holding_facts(steps=(Step("ngos", "exact", is_stated=is_stated),)))["form_enough"]
        for is_stated in (False, True)
    )

    assert 0 < usual.points < stated.points
    assert not usual.params["is_stated"]
    assert (usual.is_shortfall, stated.is_shortfall) == (True, False)


def test_what_is_held_finer_than_it_may_go_is_no_reason():
    need = need_facts(asker_types=frozenset({"national_ngo"}), level="adm2")
    coarse = holding_facts(level="polygon", steps=(Step("ngos", "adm1_count"),))
    fine = holding_facts(level="polygon", steps=(Step("ngos", "adm2_count"),))

    assert "level_fine" not in codes(need, coarse)
    assert {"level_fine", "form_enough"} <= codes(need, fine)


@st.composite
def pairs(draw):
    """A need and a holding of a few kinds, countries, sectors and organisations."""
    some = lambda values: frozenset(draw(st.sets(st.sampled_from(values))))  # noqa: E731
    need = need_facts(
        kinds=tuple(sorted(some(KINDS))),
        countries=some(COUNTRIES),
        sectors=some(("mine_action", "education", "multi_sector")),
        askers=some((1, 2, 3)),
        level=draw(st.sampled_from(("", "adm1", "adm2", "polygon"))),
    )
    holding = holding_facts(
        kinds=some(KINDS),
        countries=some(COUNTRIES),
        coverage=draw(st.sampled_from(("", "global"))),
        sectors=some(("mine_action", "education", "multi_sector")),
        holders=some((1, 2, 3)),
        level=draw(st.sampled_from(("", "adm1", "adm2", "polygon"))),
    )
    return need, holding


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs())
def test_whatever_the_two_are_own_data_never_match_and_each_reason_is_true(pair):
    need, holding = pair
    found = said(need, holding)

    if need.askers & holding.holders:
        assert not found
    if found:
        assert any(code.startswith("kind_") and code != "kind_missing" for code in found)
        assert any(code.startswith("place_") for code in found)
    for code, each in found.items():
        assert TRUE[code](need, holding, each.params), (code, each.params)


RANK = {"adm1": 1, "adm2": 2, "polygon": 3}


def _group(kind):
    return {"suspected_hazardous_area": "hazards", "contamination_indicators": "hazards"}.get(kind, kind)


TRUE = {
    "kind_same": lambda need, holding, p: set(p["asked"]) <= holding.kinds,
    "kind_within": lambda need, holding, p: (
        set(p["held"]) <= holding.kinds and {_group(k) for k in p["held"]} <= set(p["asked"])
    ),
    "kind_broader": lambda need, holding, p: (
        set(p["held"]) <= holding.kinds and {_group(k) for k in p["asked"]} <= set(p["held"])
    ),
    "kind_close": lambda need, holding, p: set(p["held"]) <= holding.kinds and not set(p["asked"]) & holding.kinds,
    "kind_missing": lambda need, holding, p: not set(p["asked"]) & holding.kinds,
    "place_same": lambda need, holding, p: set(p["countries"]) == need.countries & holding.countries,
    "place_missing": lambda need, holding, p: set(p["countries"]) == need.countries - holding.countries,
    "place_world": lambda need, holding, p: holding.coverage == "global",
    "place_only": lambda need, holding, p: set(p["countries"]) == holding.countries and not need.countries,
    "own_sector": lambda need, holding, p: holding.sectors <= need.sectors,
    "level_fine": lambda need, holding, p: RANK[holding.level] >= RANK[need.level],
    "level_coarse": lambda need, holding, p: RANK[holding.level] < RANK[need.level],
}
