"""What part of IMSMA: the usual proposal and what owners stated stand side by side and are never mixed."""

import pytest
from django.test import Client

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import READ
from portal.desk.imsma.reading import imsma_for
from portal.taxonomy.models import Country, WithholdingReason
from practices.holdings.answers import Answered, answered, mine_action_kinds, withheld
from practices.holdings.usual import usual_ladder
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.platforms import make_platform
from tests.factories.records import decide
from tests.factories.taxonomy import DataKindFactory
from tests.holdings.holdings import make_holding, step

pytestmark = pytest.mark.django_db

KIND = "suspected_hazardous_area"


def page(user=None, query=""):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(f"/imsma/{query}")


def stated(user=None, country=None, kind=KIND):
    """By audience, the forms stated of a kind."""
    row = next(row for row in imsma_for(user, country) if row.key == kind)
    return [[(each.form, each.holdings, each.part) for each in cell.stated] for cell in row.audiences]


def test_every_kind_of_mine_action_data_has_its_usual_form_for_three_audiences():
    rows = imsma_for(None)
    usual = {(each.data_kind.key, each.audience.key): each.rung.label for each in usual_ladder(mine_action_kinds())}

    assert {row.key for row in rows if row.is_broad} == {
        "hazards", "survey_clearance", "accidents_victims", "risk_education", "mine_action_management",
    }  # fmt: skip
    assert len(rows) > 40
    assert {
        (row.key, key): cell.usual
        for row in rows
        for key, cell in zip(("public", "clusters", "named_organisations"), row.audiences, strict=True)
    } == usual
    assert {cell.stated for row in rows for cell in row.audiences} == {()}


def test_what_owners_stated_stands_beside_it_with_the_number_of_holdings():
    for _ in range(2):
        make_holding(kinds=[KIND], ladder=[step("public", "adm1_count", KIND), step("ngos", "adm4", KIND)])
    make_holding(kinds=[KIND], ladder=[step("public", "exact", KIND, is_stated=False)])
    make_holding(kinds=[KIND], ladder=[step("public", "nothing", KIND, part="Names")])

    assert stated() == [
        [("Counts by admin 1", 2, ""), ("Nothing", 1, "Names")],
        [("List by admin 4 or settlement", 2, "")],
        [],
    ]


def test_a_step_of_no_kind_speaks_of_all_kinds_of_its_holding():
    make_holding(kinds=[KIND, "eo_accident"], ladder=[step("named_organisations", "exact")])

    assert stated()[2] == stated(kind="eo_accident")[2] == [("Exact records", 1, "")]
    assert stated(kind="hazards") == [[], [], []]


def test_closed_details_state_nothing():
    organisation = OrganisationFactory()
    steps = [step("public", "exact", KIND)]
    holding = make_holding(kinds=[KIND], ladder=steps, details_to=Level.OWNER)
    decide(holding, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=organisation)

    assert stated() == [[], [], []]
    assert answered(None) == Answered(0, 0, 0, 0)
    owner = member_of(organisation, focal_point=True)
    assert stated(owner)[0] == [("Exact records", 1, "")]
    assert answered(owner) == Answered(1, 1, 0, 0)


def test_a_kind_that_editors_added_is_told_by_what_is_stated_of_it():
    added = DataKindFactory(attributes={"mine_action_role": "produced", "default_sensitivity": "high"})
    assert added.key not in {row.key for row in imsma_for(None)}

    make_holding(kinds=[added.key], ladder=[step("public", "exact", added.key)])

    assert stated(kind=added.key)[0] == [("Exact records", 1, "")]


def test_one_country_is_asked_for():
    irq = Country.objects.get(key="irq")
    make_holding(kinds=[KIND], countries=[irq], ladder=[step("public", "exact", KIND)])
    make_holding(kinds=[KIND], countries=[Country.objects.get(key="yem")], ladder=[step("public", "nothing", KIND)])

    assert [form for form, *_ in stated()[0]] == ["Exact records", "Nothing"]
    assert [form for form, *_ in stated(country="irq")[0]] == ["Exact records"]
    assert page(query="?country=IRQ").context["answered"].holdings == 1
    assert page(query="?country=irq").context["country"] == irq


def test_an_unknown_country_is_ignored_and_said():
    response = page(query="?country=zzz")

    assert response.status_code == 200
    assert "“zzz” is not known under “Country”" in response.text


def test_how_many_owners_have_answered():
    imsma, other = make_platform("IMSMA Core"), make_platform("Another")
    make_holding(kinds=[KIND], platform_id=imsma.key, ladder=[step("public", "exact", KIND)])
    make_holding(kinds=[KIND], platform_id=imsma.key)
    make_holding(kinds=[KIND], platform_note="IMSMA NG")
    make_holding(kinds=[KIND], platform_id=other.key, ladder=[step("public", "exact", KIND)])
    make_holding(kinds=["schools"], platform_id=imsma.key, ladder=[step("public", "exact", "schools")])

    assert answered(None) == Answered(holdings=4, answered=2, in_imsma=3, answered_in_imsma=1)


def test_a_platform_that_one_may_not_know_of_counts_for_nothing():
    imsma = make_platform("IMSMA Core", listed_to=Level.OWNER)
    make_holding(kinds=[KIND], platform_id=imsma.key)

    assert answered(None).in_imsma == 0
    assert answered(editor()).in_imsma == 1


def test_reasons_are_counted_once_a_holding_and_only_where_stated():
    privacy = WithholdingReason.objects.get(key="personal_data")
    steps = [step("public", "nothing", KIND, reason=privacy), step("ngos", "nothing", KIND, reason=privacy)]
    make_holding(kinds=[KIND], ladder=steps)
    make_holding(kinds=[KIND], ladder=[step("public", "nothing", KIND, reason=privacy, is_stated=False)])
    make_holding(kinds=[KIND], ladder=[step("public", "nothing", KIND, reason=privacy)], listed_to=Level.OWNER)

    assert withheld(None) == [(privacy, 1)]
    assert withheld(editor()) == [(privacy, 2)]


def test_a_reading_of_what_not_every_member_reads_is_in_the_log():
    organisation = OrganisationFactory()
    holding = make_holding(kinds=[KIND], ladder=[step("public", "exact", KIND)])
    decide(holding, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=organisation)
    owner = member_of(organisation, focal_point=True)

    page()
    assert not AuditEntry.objects.filter(identity=holding.key, action=READ).exists()
    page(owner)
    assert AuditEntry.objects.filter(identity=holding.key, action=READ, by=owner).count() == 1


@pytest.mark.parametrize("number", [1, 5])
def test_any_number_of_holdings_takes_the_same_queries(django_assert_max_num_queries, number):
    for _ in range(number):
        make_holding(kinds=[KIND], ladder=[step("public", "exact", KIND), step("ngos", "adm4", KIND)])
    page()
    make_holding(kinds=[KIND])

    with django_assert_max_num_queries(15):
        page()


@pytest.mark.parametrize("path", ["/imsma/", "/countries/", "/countries/irq/"])
def test_what_an_address_cannot_ask_is_said(path):
    assert "“foo” is not something to filter by; it was ignored." in Client().get(f"{path}?foo=1").text
    assert "it was ignored" not in Client().get(path).text


def test_fictional_holdings_answer_for_nobody_but_their_country():
    privacy, irq = WithholdingReason.objects.get(key="personal_data"), Country.objects.get(key="irq")
    steps = [step("public", "nothing", KIND, reason=privacy)]
    make_holding(kinds=[KIND], countries=[irq], ladder=steps, is_demo=True)

    assert (answered(None), withheld(None)) == (Answered(0, 0, 0, 0), [])
    assert answered(None, "irq") == Answered(1, 1, 0, 0)
    assert "Fictional example" in page().text


def test_each_part_is_closed_and_its_kinds_lead_to_their_holdings():
    text = page().text

    assert text.count('<details class="part">') == 6
    assert f'href="/holdings/?data_kind={KIND}"' in text
