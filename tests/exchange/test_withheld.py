"""What is withheld, from whom, why, and what one can do; stated and usual never mixed."""

import pytest
from django.http import QueryDict
from django.utils.translation import override
from wagtail.models import Locale

from portal.access.enums import Level
from practices.exchange.withheld import withheld_page
from tests.factories.exchange import hold, step
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


def look(query="", user=None):
    return withheld_page("/exchange/withheld/", QueryDict(query), user)


def told(rows):
    return [(row.kind, row.form, row.reason, row.next_step, row.count) for row in rows]


def test_by_kind_form_and_reason_with_what_one_can_do():
    hold(ladder=[step(kind="victim_record"), step("adm1_count", reason="small_numbers", kind="eo_accident")])
    hold(ladder=[step(kind="victim_record"), step("exact", reason=None, kind="eo_accident")])

    page = look()

    assert told(page.stated) == [
        (
            "Explosive ordnance accident",
            "Counts by admin 1",
            "Small numbers",
            "Ask for a larger area or longer period",
            1,
        ),
        ("Victim record", "Nothing", "Personal data", "Ask for statistics", 2),
    ]
    assert page.proposed == []


def test_what_the_owner_stated_and_what_is_usual_stand_apart():
    hold(ladder=[step(kind="victim_record"), step(kind="eo_accident", is_stated=False)])

    assert [row.kind for row in look().stated] == ["Victim record"]
    assert [row.kind for row in look().proposed] == ["Explosive ordnance accident"]


def test_a_step_that_names_no_kind_is_of_all_that_the_holding_has():
    hold("hazards", ladder=[step()])

    assert [row.kind for row in look().stated] == ["Explosive ordnance hazards"]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("", ["Victim record"]),
        ("audience=humanitarian", ["Explosive ordnance accident"]),
        ("audience=named_organisations", ["Work plan"]),
        ("audience=martians", ["Victim record"]),
    ],
)
def test_each_audience_sees_what_is_withheld_from_it(query, kinds):
    hold(
        ladder=[
            step(kind="victim_record", audience="affected_people"),
            step(kind="eo_accident", audience="ngos"),
            step(kind="work_plan", audience="named_organisations"),
        ]
    )

    page = look(query)

    assert [row.kind for row in page.stated] == kinds
    assert bool(page.notices) == (query == "audience=martians")


def test_a_ladder_is_for_who_may_read_the_holding():
    owner = OrganisationFactory()
    for level in Level:
        page = hold(ladder=[step(kind="victim_record")])
        decide(page, listed_to=Level.PUBLIC, details_to=level, owner=owner)

    counts = [look(user=user).stated[0].count for user in (None, member_of(), member_of(owner), editor())]

    assert counts == [1, 2, 3, 4]


def test_a_holding_of_which_nobody_may_know_leaves_no_row():
    hold(ladder=[step(kind="victim_record")], listed_to=Level.OWNER)
    hold(ladder=[step(kind="eo_accident")], publish=False)

    assert look(user=member_of()).stated == []
    assert [row.kind for row in look(user=editor()).stated] == ["Victim record"]


def test_a_holding_in_two_languages_counts_once():
    page = hold(ladder=[step(kind="victim_record")])
    page.copy_for_translation(Locale.objects.get(language_code="fr")).save_revision().publish()

    assert [row.count for row in look().stated] == [1]


def test_the_usual_proposal_rests_on_no_entry():
    usual = dict(look().usual)

    assert "Victim record" in usual["Nothing"]
    assert "Exact records" not in usual
    assert next(iter(usual)) == "Nothing"
    hold(ladder=[step(kind="victim_record")])
    assert dict(look().usual) == usual


def test_what_one_can_do_is_said_in_the_language_of_the_reader():
    hold(ladder=[step(kind="victim_record")])
    with override("fr"):
        assert look().stated[0].next_step == "Demandez des statistiques"


def test_the_page_prints_it(client):
    hold(ladder=[step(kind="victim_record")], is_demo=True)

    text = client.get("/exchange/withheld/").text

    assert "Ask for statistics" in text
    assert "Fictional example" in text
    assert "No owner has stated anything" in client.get("/exchange/withheld/?audience=humanitarian").text
