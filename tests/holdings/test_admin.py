"""The form of a holding: what its ladder offers, how it begins, and where its text starts."""

import pytest

from portal.access.enums import Level, TextSensitivity
from portal.access.models import AccessWish
from portal.access.services import approve_wish
from portal.records import submissions
from portal.taxonomy.models import Audience, Sensitivity, SharingRung
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage
from tests.factories.people import editor
from tests.factories.records import decide, make_record
from tests.holdings.holdings import a_kind, make_holding, step
from tests.records.admin_form import add_url, edit_url, rows, send, shown

pytestmark = pytest.mark.django_db
NO = {"names_person": "no", "names_place": "no", "tells_unpublished": "no"}
OPEN = {"listed_to": "public", "details_to": "public", **NO}


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def new(client, **typed):
    index = DataHoldingIndexPage.objects.get(locale__language_code="en")
    answer = send(client, add_url(DataHoldingPage, index), **{"title": "Database of hazards", **typed})
    assert answer.status_code == 302, answer.text
    return DataHoldingPage.objects.get().get_latest_revision_as_object()


def pairs(page):
    return [(each.audience.key, each.rung.key, each.is_stated) for each in page.ladder.all()]


def test_a_title_is_enough_and_begins_unlisted_and_not_assessed(editing):
    page = new(editing)

    identity = page.identity
    assert (identity.listed_to, identity.details_to) == (Level.OWNER, Level.OWNER)
    assert identity.text_sensitivity == TextSensitivity.NOT_ASSESSED
    assert (page.owner_consent, page.basis, page.data_sensitivity) == ("not_asked", "", None)
    assert not page.ladder.exists()


def test_a_ladder_that_nobody_wrote_is_the_usual_one_not_stated(editing):
    page = new(editing, data_kinds=[a_kind("victim_record").pk])

    assert pairs(page) == [
        ("public", "nothing", False), ("clusters", "adm2_count", False), ("named_organisations", "adm2_count", False),
    ]  # fmt: skip
    fields = shown(editing.get(edit_url(page)))
    assert fields["ladder-TOTAL_FORMS"] == ["3"]
    assert not [name for name in fields if name.endswith("is_stated")]


def test_what_somebody_wrote_stays_and_is_not_completed(editing):
    public, form = Audience.objects.get(key="public"), SharingRung.objects.get(key="narrative_only")
    kind = a_kind("victim_record").pk
    row = {"audience": public.pk, "rung": form.pk, "data_kind": kind, "is_stated": "on", "part": "Totals"}

    page = new(editing, data_kinds=[kind], **rows("ladder", row))

    assert pairs(page) == [("public", "narrative_only", True)]


def test_confirming_a_proposal_makes_it_stated_and_no_other(editing):
    page = new(editing, data_kinds=[a_kind("victim_record").pk])

    send(editing, edit_url(page), **{"ladder-1-is_stated": "on"})

    again = DataHoldingPage.objects.get().get_latest_revision_as_object()
    assert [stated for _, _, stated in pairs(again)] == [False, True, False]


def offered(client, page, name):
    """The choices of a step's field, by their form."""
    form = client.get(edit_url(page)).context["form"].formsets["ladder"].forms[0]
    return {str(value) for value, _ in form.fields[name].choices if value}


def test_a_step_offers_the_holdings_own_kinds_and_the_three_audiences(editing):
    page = make_holding(kinds=["eo_accident", "victim_record"], ladder=[step("public", "nothing")])

    assert offered(editing, page, "data_kind") == {str(a_kind(key).pk) for key in ("eo_accident", "victim_record")}
    first = Audience.objects.filter(key__in=["public", "clusters", "named_organisations"])
    assert offered(editing, page, "audience") == {str(audience.pk) for audience in first}


def test_a_kind_that_the_holding_has_not_is_refused_in_a_step(editing):
    page = make_holding(kinds=["eo_accident"], ladder=[step("public", "nothing", "eo_accident")])

    answer = send(editing, edit_url(page), **{"ladder-0-data_kind": a_kind("hazards").pk})

    assert answer.status_code == 200
    assert "ladder" in answer.context["form"].formsets
    assert answer.context["form"].formsets["ladder"].errors[0].keys() == {"data_kind"}


def test_a_kind_that_is_chosen_with_the_step_is_accepted(editing):
    page = make_holding(kinds=["eo_accident"], ladder=[step("public", "nothing", "eo_accident")])
    kind = a_kind("hazards").pk

    answer = send(editing, edit_url(page), data_kinds=[kind], **{"ladder-0-data_kind": kind})

    assert answer.status_code == 302


# Two sensitivities: that of the data says where the text starts


@pytest.mark.parametrize(
    ("key", "start", "details"),
    [
        ("low", TextSensitivity.LOW, Level.PUBLIC),
        ("moderate", TextSensitivity.LOW, Level.PUBLIC),
        ("high", TextSensitivity.MODERATE, Level.MEMBERS),
        ("severe", TextSensitivity.MODERATE, Level.MEMBERS),
        (None, TextSensitivity.MODERATE, Level.MEMBERS),
    ],
)
def test_text_about_sensitive_data_goes_no_further_than_members(editing, key, start, details):
    sensitivity = Sensitivity.objects.get(key=key).pk if key else ""
    page = new(editing, data_sensitivity=sensitivity, **OPEN)

    identity = approve_wish(identity=page.identity, by=editor())

    assert (identity.text_sensitivity, identity.listed_to, identity.details_to) == (start, Level.PUBLIC, details)


def test_what_the_owner_or_a_source_confirmed_may_be_public(editing):
    severe = Sensitivity.objects.get(key="severe").pk
    page = new(editing, data_sensitivity=severe, text_confirmed="on", **OPEN)
    assert shown(editing.get(edit_url(page)))["text_confirmed"] == ["on"]

    identity = approve_wish(identity=page.identity, by=editor())

    assert (identity.text_sensitivity, identity.details_to) == (TextSensitivity.LOW, Level.PUBLIC)


def test_confirming_alone_asks_anew_and_waits_for_a_second(editing):
    page = new(editing, **OPEN)
    assert AccessWish.objects.get().starts_at == TextSensitivity.MODERATE

    send(editing, edit_url(page), text_confirmed="on")

    assert AccessWish.objects.get().starts_at == TextSensitivity.LOW
    assert page.identity.listed_to == Level.OWNER


def test_a_yes_is_stricter_than_where_the_text_starts(editing):
    page = new(editing, text_confirmed="on", **{**OPEN, "names_place": "yes"})

    assert approve_wish(identity=page.identity, by=editor()).text_sensitivity == TextSensitivity.HIGH


def test_a_program_that_asks_for_access_starts_there_too():
    author, page = editor(), make_holding()
    decide(page, listed_to=Level.OWNER)
    answers = dict.fromkeys(NO, False)

    submissions.save_draft(
        page=page, by=author, access={"listed_to": Level.PUBLIC, "details_to": Level.PUBLIC, **answers}
    )

    assert AccessWish.objects.get().starts_at == TextSensitivity.MODERATE


@pytest.mark.parametrize("name", ["platform", "successor"])
def test_only_records_of_the_right_kind_stand_at_the_ends(editing, name):
    page, case = make_holding(), make_record(title="A case")

    answer = send(editing, edit_url(page), **{name: case.key})

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {name}


def test_a_holding_can_be_replaced_by_another(editing):
    page, later = make_holding(), make_holding(title="Newer database")

    assert send(editing, edit_url(page), successor=later.key).status_code == 302


def test_consent_as_the_basis_needs_an_owner_who_agreed(editing):
    index = DataHoldingIndexPage.objects.get(locale__language_code="en")
    answer = send(
        editing, add_url(DataHoldingPage, index), title="Database", basis="owner_consent", owner_consent="not_asked"
    )

    assert answer.status_code == 200
    assert "before the owner agreed" in answer.text
    assert not DataHoldingPage.objects.exists()
    assert new(editing, basis="owner_consent", owner_consent="given").basis == "owner_consent"
    assert new_again(editing, basis="public_sources", owner_consent="not_asked").basis == "public_sources"


def new_again(client, **typed):
    DataHoldingPage.objects.get().delete()
    return new(client, **typed)
