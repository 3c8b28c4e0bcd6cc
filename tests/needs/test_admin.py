"""The form of a need: what its state must bring along, and what it offers."""

import pytest

from portal.taxonomy.models import NeedState, OrganisationType, ParticipantRole, WithholdingReason
from practices.needs.models import DataNeedIndexPage, DataNeedPage
from tests.factories.needs import make_holding, make_need
from tests.factories.people import OrganisationFactory, editor
from tests.records.admin_form import add_url, edit_url, rows, send, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def new(client, action="", **typed):
    index = DataNeedIndexPage.objects.get(locale__language_code="en")
    return send(client, add_url(DataNeedPage, index), action, **{"title": "Clinics by district", **typed})


def state(key):
    return NeedState.objects.get(key=key).pk


def draft():
    return DataNeedPage.objects.get().get_latest_revision_as_object()


def test_a_title_is_enough_for_a_draft(editing):
    assert new(editing).status_code == 302

    assert (draft().title, draft().state) == ("Clinics by district", None)


ANSWERED = {"names_person": "no", "names_place": "no", "tells_unpublished": "no"}


def test_what_is_sent_says_who_asks_for_which_decision_and_how_far_it_is(editing):
    for action in ("action-submit", "action-publish"):
        answer = new(editing, action, **ANSWERED)
        assert answer.status_code == 200, action
        for sentence in ("Say who asks", "Say for which decision", "Say how far it is"):
            assert sentence in answer.text, action
    assert not DataNeedPage.objects.exists()


@pytest.mark.parametrize("asked_by", [{"asked_by_note": "Schools"}, "types", "organisation"])
def test_one_who_asks_one_decision_and_a_state_are_enough(editing, asked_by):
    if asked_by == "types":
        asked_by = {"asked_by_types": [OrganisationType.objects.first().pk]}
    elif asked_by == "organisation":
        role = ParticipantRole.objects.get(key="data_user").pk
        asked_by = rows("organisations", {"organisation": OrganisationFactory().pk, "role": role})

    answer = new(
        editing, "action-submit", **ANSWERED, **asked_by, state=state("open"), decision_note="Which schools to open"
    )

    assert answer.status_code == 302
    assert DataNeedPage.objects.get().workflow_in_progress


def test_a_refusal_without_its_reason_is_sent_back_with_a_sentence(editing):
    answer = new(editing, state=state("refused"))

    assert answer.status_code == 200
    assert "Say why it was refused" in answer.text
    reason = WithholdingReason.objects.get(key="capacity")
    assert new(editing, state=state("refused"), refused_reason=reason.pk).status_code == 302
    assert draft().refused_reason == reason


def test_a_need_that_is_met_says_by_what(editing):
    holding = make_holding()

    answer = new(editing, state=state("met"))
    empty = new(editing, state=state("met"), **rows("met_by", {"note": "", "target": ""}))

    assert answer.status_code == empty.status_code == 200
    assert "Say what meets it" in answer.text
    named = rows("met_by", {"note": "Counts since 2023", "target": str(holding.key)})
    assert new(editing, state=state("met"), **named).status_code == 302
    assert [(each.target_id, each.note) for each in draft().met_by.all()] == [(holding.key, "Counts since 2023")]


def test_what_meets_it_is_shown_as_a_link_to_who_may_know_of_it(client):
    hidden, known = make_holding(title="Hidden", listed_to="owner_organisation"), make_holding(title="Known")
    page = make_need(met_by=[_answer(hidden, "first half"), _answer(known, "second half")])
    text = client.get(page.url).text

    assert "Known" in text
    assert "Hidden" not in text
    # What is said of an entry is for who may know of it (docs/decisions/0015).
    assert ["first half" in text, "second half" in text] == [False, True]


def _answer(holding, note):
    return DataNeedPage.met_by.rel.related_model(target=holding.identity, note=note)


def test_its_form_opens_and_keeps_what_it_holds(editing):
    page = make_need(state=NeedState.objects.get(key="open"))

    fields = shown(editing.get(edit_url(page)))

    assert fields["title"] == [page.title]
    assert fields["state"] == [str(page.state_id)]


def test_the_menu_lists_needs(editing):
    page = make_need()

    assert page.identity.code in editing.get("/admin/needs/").text
