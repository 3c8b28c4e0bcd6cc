"""The page of a holding and its row in a list: to each reader what is theirs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.enums import Level, Zone
from portal.records.completeness import empty_fields
from portal.records.models import RecordOrganisation
from portal.records.presentation import present
from portal.records.registry import kind
from portal.taxonomy.models import (
    AccessMethod,
    Country,
    GeographyLevel,
    OrganisationType,
    ParticipantRole,
    UpdateFrequency,
)
from practices.holdings.row import row
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide
from tests.holdings.holdings import make_holding, step

pytestmark = pytest.mark.django_db
CARD = {
    "title", "summary", "organisations", "owner", "custodian", "sectors", "countries", "coverage", "data_kinds",
    "licence", "reviewed_on", "review_due_on", "years", "from_year", "to_year", "public_form", "usual_public_form",
    "access_method", "required_agreement", "update_frequency", "last_updated_on", "data_owner", "owner_note", "basis",
    "owner_consent", "data_sensitivity",
}  # fmt: skip


def open_page(client, page, user=None):
    if user:
        client.force_login(user)
    response = client.get(page.url)
    assert response.status_code == 200
    return response


def an(role, **fields):
    organisation = OrganisationFactory(**fields)
    return RecordOrganisation(organisation=organisation, role=ParticipantRole.objects.get(key=role))


def test_card_of_a_holding_is_what_the_table_says():
    assert {field.name for field in kind("holding").fields if field.zone is Zone.CARD} == CARD


def test_what_it_does_not_say_yet_is_named_once_and_not_where_other_words_say_it():
    assert empty_fields(make_holding()).count("kept on") == 1
    assert "kept on" not in empty_fields(make_holding(platform_note="A server of the ministry"))


def test_who_sees_the_card_only_reads_nothing_of_the_ladder_but_the_public_form(client):
    page = make_holding(
        kinds=["eo_accident"],
        details_to=Level.NAMED,
        ladder=[
            step("public", "adm1_count", "eo_accident", part="part-word", condition="condition-word"),
            step("clusters", "exact", "eo_accident"),
        ],
        level_note="level-word",
        known_quality="<p>quality-word</p>",
    )

    response = open_page(client, page)

    assert "Counts by admin 1" in response.text
    assert not {"stated", "usual", "for_you"} & response.context_data.keys()
    for word in ("part-word", "condition-word", "level-word", "quality-word", "Exact records", "ladder.css"):
        assert word not in response.text
    assert set(present(page, member_of()).fields) <= CARD


def test_stated_and_usual_are_never_on_one_ladder(client):
    page = make_holding(
        kinds=["eo_accident", "victim_record"],
        ladder=[
            step("public", "adm1_count", "eo_accident"),
            step("public", "nothing", "victim_record", is_stated=False),
        ],
    )

    context = open_page(client, page).context_data

    stated, usual = ([each for ladder in context[name] for rung in ladder.rungs for each in rung.steps]
                     for name in ("stated", "usual"))  # fmt: skip
    assert [each.data_kind.key for each in stated] == ["eo_accident"]
    assert [each.data_kind.key for each in usual] == ["victim_record"]


def test_without_a_ladder_the_page_shows_the_usual_one_and_says_so(client):
    page = make_holding(kinds=["suspected_hazardous_area"])

    response = open_page(client, page)

    assert response.context_data["stated"] == []
    assert len(response.context_data["usual"]) == 3
    assert "Usual (proposal)." in response.text
    assert "Counts by admin 2</strong> (usual, not stated by the owner)" in response.text
    assert not page.ladder.exists()


def test_what_is_usual_is_never_finer_than_what_is_held(client):
    adm1 = GeographyLevel.objects.get(key="adm1")
    kinds = ["suspected_hazardous_area"]
    unwritten = make_holding(kinds=kinds, finest_level=adm1)
    proposed = make_holding(
        kinds=kinds, finest_level=adm1, ladder=[step("public", "adm2_count", *kinds, is_stated=False)]
    )

    for page in (unwritten, proposed):
        assert open_page(client, page).context_data["for_you"] == "Counts by admin 1"


@pytest.mark.parametrize(
    ("reader", "form"),
    [
        (lambda owner, named: None, "Counts by admin 1"),
        (lambda owner, named: member_of(OrganisationFactory()), "Buffered or displaced location"),
        (lambda owner, named: member_of(), "Counts by admin 1"),
        (lambda owner, named: member_of(named), "Exact records"),
        (lambda owner, named: member_of(owner), "Exact records"),
    ],
    ids=["visitor", "ngo", "member without organisation", "named", "owner"],
)
def test_finest_form_is_that_of_the_readers_own_audiences(client, reader, form):
    authority = OrganisationType.objects.get(key="national_mine_action_authority")
    owner, named = OrganisationFactory(kind=authority), OrganisationFactory(kind=authority)
    page = make_holding(
        kinds=["eo_accident"],
        ladder=[
            step("public", "adm1_count", "eo_accident"),
            step("ngos", "buffered", "eo_accident"),
            step("named_organisations", "exact", "eo_accident"),
        ],
    )
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    page.identity.named_organisations.add(named)

    context = open_page(client, page, reader(owner, named)).context_data

    assert (context["for_you"], context["for_you_is_stated"]) == (form, True)


@pytest.mark.parametrize(
    ("age", "states"),
    [
        (0, [("Owner not asked", ""), ("Up to date", "")]),
        (30, [("Owner not asked", ""), ("Update due", "due")]),
        (44, [("Owner not asked", ""), ("Update overdue", "late")]),
        (60, [("Owner not asked", ""), ("Update long overdue", "late")]),
    ],
)
def test_strip_says_in_words_whether_the_owner_was_asked_and_the_data_are_late(client, age, states):
    monthly = UpdateFrequency.objects.get(key="monthly")
    page = make_holding(update_frequency=monthly, last_updated_on=timezone.localdate() - timedelta(days=age))

    response = open_page(client, page)

    assert [(each.label, each.tone) for each in response.context_data["states"]] == states
    assert all(str(label) in response.text for label, _ in states)


def test_row_says_what_where_whose_how_fine_how_to_get_it_and_how_fresh():
    page = make_holding(
        kinds=["eo_accident"],
        countries=[Country.objects.get(key="irq")],
        organisations=[an("data_owner", name_en="Authority"), an("data_custodian", name_en="Centre")],
        access_method=AccessMethod.objects.get(key="by_request"),
        update_frequency=UpdateFrequency.objects.get(key="monthly"),
        last_updated_on=timezone.localdate() - timedelta(days=50),
        ladder=[step("public", "adm1_count", "eo_accident", part="part-word")],
    )

    facts = row(page)

    assert [(str(fact.label), str(fact.text)) for fact in facts] == [
        ("Data", "Explosive ordnance accident"),
        ("Where", "Iraq"),
        ("Kept by", "Centre for Authority"),
        ("Finest form for everyone", "Counts by admin 1"),
        ("How to get it", "By request"),
        ("Fresh?", "Update overdue; Every month"),
    ]
    assert {fact.zone for fact in facts} == {Zone.CARD}


@pytest.mark.parametrize(
    ("owners", "keepers", "fact"),
    [
        (["A"], ["A"], ("Owner", "A")),
        (["A"], [], ("Owner", "A")),
        ([], ["B"], ("Kept by", "B")),
        (["A", "C"], ["B"], ("Kept by", "B for A, C")),
    ],
)
def test_row_says_who_keeps_for_whom(owners, keepers, fact):
    bodies = {name: OrganisationFactory(name_en=name) for name in {*owners, *keepers}}
    roles = {key: ParticipantRole.objects.get(key=key) for key in ("data_owner", "data_custodian")}
    pairs = [(name, "data_owner") for name in owners] + [(name, "data_custodian") for name in keepers]
    page = make_holding(
        organisations=[RecordOrganisation(organisation=bodies[name], role=roles[key]) for name, key in pairs]
    )

    assert [(str(each.label), each.text) for each in row(page)] == [fact]


def test_unconfirmed_facts_are_marked(client):
    page = make_holding(kinds=["eo_accident"], publish=False)
    page.unconfirmed_fields = ["data_kinds"]
    page.save_revision().publish()

    assert present(page, member_of()).fields["data_kinds"].unconfirmed
    assert "unconfirmed" in open_page(client, page).text
