"""The ladder: what is finest for whom, what is usual, and that the two never stand on one ladder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.taxonomy.models import Audience, DataKind, SharingRung
from practices.holdings.ladder import NAMED, PUBLIC, drawn, finest_form, finest_in_words, rank_of
from practices.holdings.usual import usual_ladder
from tests.factories.taxonomy import DataKindFactory
from tests.holdings.holdings import a_kind, step

pytestmark = pytest.mark.django_db


def forms(kind):
    return [(each.audience.key, each.rung.key) for each in usual_ladder([kind])]


def test_finest_is_the_first_form_of_the_audiences_asked_for():
    steps = [step("public", "adm1_count"), step("affected_people", "adm2_count"), step("named_organisations", "exact")]

    assert finest_form(steps, PUBLIC) is steps[1]
    assert finest_form(steps, NAMED) is steps[2]
    assert finest_form(steps, {"ngos"}) is None
    assert finest_form([], PUBLIC) is None


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 7)), max_size=12), st.sets(st.integers(0, 12)))
def test_no_step_of_the_audiences_is_finer(pairs, chosen):
    audiences, rungs = list(Audience.objects.all()), list(SharingRung.objects.all())
    steps = [step(audiences[one].key, rungs[other].key) for one, other in pairs]
    keys = {audiences[number].key for number in chosen}

    found = finest_form(steps, keys)

    ranks = [rank_of(each.rung) for each in steps if each.audience.key in keys]
    assert (found and rank_of(found.rung)) == (min(ranks) if ranks else None)
    assert found is None or found.audience.key in keys


def test_words_name_the_kinds_that_go_finer_than_others_and_never_a_part():
    alone = [step("public", "adm2_count", "eo_accident", part="SECRET")]
    mixed = [*alone, step("public", "nothing", "victim_record")]

    assert finest_in_words(alone, PUBLIC) == "Counts by admin 2"
    assert finest_in_words(mixed, PUBLIC) == "Counts by admin 2 (Explosive ordnance accident)"
    assert finest_in_words(mixed, NAMED) == ""


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("suspected_hazardous_area", ("adm2_count", "adm4", "exact")),
        ("victim_record", ("nothing", "adm2_count", "adm2_count")),
        ("minefield_record", ("nothing", "adm2_count", "adm2_count")),
        ("admin_boundaries", ("exact", "exact", "exact")),
    ],
)
def test_usual_form_follows_the_vocabularies(kind, wanted):
    assert forms(a_kind(kind)) == list(zip(("public", "clusters", "named_organisations"), wanted, strict=True))


def test_usual_ladder_of_every_kind_is_within_its_own_columns():
    """The public gets what the vocabulary says, nobody narrower gets less, and what is severe leaves as counts only."""
    for kind in DataKind.objects.all():
        public, here, named = (rank_of(each.rung) for each in usual_ladder([kind]))
        usual = kind.attributes["usual_public_rung"] or "nothing"
        assert public == rank_of(SharingRung.objects.get(key=usual)), kind.key
        assert public >= here >= named, kind.key
        if kind.attributes["default_sensitivity"] == "severe":
            assert named >= rank_of(SharingRung.objects.get(key="adm2_count")), kind.key


def test_a_kind_that_editors_added_without_columns_gives_the_public_nothing():
    assert forms(DataKindFactory())[0] == ("public", "nothing")


def test_nothing_that_is_usual_is_stated():
    assert {each.is_stated for each in usual_ladder(DataKind.objects.all())} == {False}


def test_drawn_ladder_has_all_forms_and_is_open_from_the_finest_down():
    (ladder,) = drawn([step("public", "adm1_count"), step("public", "nothing", part="Names")])

    assert [(rung.label, rung.is_open, len(rung.steps)) for rung in ladder.rungs] == [
        ("Exact records", False, 0),
        ("Buffered or displaced location", False, 0),
        ("List by admin 4 or settlement", False, 0),
        ("Counts by admin 2", False, 0),
        ("Counts by admin 1", True, 1),
        ("National figure", True, 0),
        ("Narrative only", True, 0),
        ("Nothing", False, 1),
    ]


def test_audiences_stand_in_the_order_in_which_they_are_asked_about():
    steps = [step(key, "exact") for key in ("donors", "named_organisations", "ngos", "affected_people", "clusters")]

    assert [str(ladder.audience) for ladder in drawn(steps)] == [
        "Public and affected people", "Humanitarian organisations here", "Named organisations", "Donors",
    ]  # fmt: skip
