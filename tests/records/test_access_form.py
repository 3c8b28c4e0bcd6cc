"""The step “Who may see this?” of a record's form."""

from html import unescape

import pytest
from django.urls import reverse
from wagtail.models import Page, WorkflowState

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from portal.access.enums import Level, TextSensitivity, Zone
from portal.access.models import AccessWish, AuditEntry, RecordIdentity
from portal.access.services import withdraw_record
from portal.records.access_fields import said_of_card
from portal.records.registry import kinds
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import decide, make_record
from tests.records.admin_form import add_url, edit_url, send, shown

pytestmark = pytest.mark.django_db
NO = {"names_person": "no", "names_place": "no", "tells_unpublished": "no"}


@pytest.fixture
def page():
    return make_record(listed_to=Level.MEMBERS)


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def new(client, **typed):
    index = CaseStudyIndexPage.objects.get(locale__language_code="en")
    return send(client, add_url(CaseStudyPage, index), title="A case", **typed)


def test_a_new_record_begins_as_its_kind_says_and_unanswered(editing):
    index = CaseStudyIndexPage.objects.get(locale__language_code="en")

    fields = shown(editing.get(add_url(CaseStudyPage, index)))

    assert (fields["listed_to"], fields["details_to"]) == (["members"], ["members"])
    assert not {"names_person", "names_place", "tells_unpublished"} & set(fields)


def test_a_draft_needs_no_answers(editing):
    assert new(editing).status_code == 302
    assert not AccessWish.objects.exists()


def test_an_unanswered_submission_is_refused_at_each_question(editing):
    answer = new(editing, **{"action-submit": "yes"}, names_place="no")

    assert answer.status_code == 200
    assert answer.text.count("Answer yes or no before you send it for review.") == 2
    assert not CaseStudyPage.objects.exists()


def test_what_a_draft_asks_for_waits_and_is_shown_again(editing):
    named = OrganisationFactory()
    new(
        editing, listed_to="public", details_to="named_organisations", named_organisations=[named.pk], names_place="yes"
    )

    wish = AccessWish.objects.get()
    page = CaseStudyPage.objects.get()
    assert (wish.listed_to, wish.details_to) == (Level.PUBLIC, Level.NAMED)
    assert (wish.names_person, wish.names_place, wish.tells_unpublished) == (None, True, None)
    assert list(wish.named_organisations.all()) == [named]
    assert (page.identity.listed_to, page.identity.details_to) == (Level.MEMBERS, Level.NAMED)
    fields = shown(editing.get(edit_url(page)))
    assert (fields["listed_to"], fields["names_place"]) == (["public"], ["yes"])
    assert fields["named_organisations"] == [str(named.pk)]


def test_unchanged_values_ask_for_nothing(page, editing):
    send(editing, edit_url(page), title="Other words")
    send(editing, edit_url(page), "action-submit")

    assert not AccessWish.objects.exists()
    assert WorkflowState.objects.count() == 1


def test_asking_for_what_is_already_so_drops_the_wish(page, editing):
    send(editing, edit_url(page), listed_to="public")
    assert AccessWish.objects.count() == 1

    send(editing, edit_url(page), listed_to="members")

    assert not AccessWish.objects.exists()


def test_details_are_never_asked_for_more_people_than_the_card(page, editing):
    answer = send(editing, edit_url(page), listed_to="owner_organisation", details_to="public")

    assert "More people would read it than may know of it" in answer.text
    assert not AccessWish.objects.exists()


def test_named_organisations_must_be_named(page, editing):
    answer = send(editing, edit_url(page), details_to="named_organisations")
    assert "Tick at least one organisation" in answer.text

    RecordIdentity.objects.filter(pk=page.key).update(owner=OrganisationFactory())
    assert send(editing, edit_url(page), details_to="named_organisations").status_code == 302


def test_answers_are_prefilled_where_the_text_was_assessed_as_low(page, editing):
    assert shown(editing.get(edit_url(page)))["names_person"] == ["no"]

    RecordIdentity.objects.filter(pk=page.key).update(text_sensitivity=TextSensitivity.HIGH, details_to=Level.NAMED)
    assert "names_person" not in shown(editing.get(edit_url(page)))


def test_a_form_without_the_step_asks_for_nothing(page, editing):
    data = shown(editing.get(edit_url(page)))
    for name in ("listed_to", "details_to", "names_person", "names_place", "tells_unpublished", "access_version"):
        data.pop(name)

    editing.post(edit_url(page), data)

    assert not AccessWish.objects.exists()


def test_the_step_says_who_sees_it_now_and_leads_to_what_works_at_once(page, editing):
    text = editing.get(edit_url(page)).text

    assert "Now: may know that it exists" in text
    for name in ("restrict", "withdraw", "parties"):
        assert reverse(f"records_admin:{name}", args=[page.pk]) in text


def test_owner_and_keeper_are_set_by_two_and_audited(page, editing):
    owner, keeper, named = OrganisationFactory(), OrganisationFactory(), OrganisationFactory()
    parties = {"owner": owner.pk, "custodian": keeper.pk, "named": [named.pk]}
    approving = reverse("records_admin:approve_parties", args=[page.pk])
    url = reverse("records_admin:parties", args=[page.pk])

    assert "Say why who owns it or keeps it is to change." in send(editing, url, **parties).text
    send(editing, url, **parties, reason="The authority asked.")
    own = send(editing, approving)

    assert (page.identity.owner, page.identity.custodian) == (None, None)
    assert list(page.identity.named_organisations.all()) == [named]
    assert own.headers["Location"] == "/admin/"
    editing.force_login(editor())
    assert "The authority asked." in editing.get(edit_url(page)).text
    send(editing, approving)
    assert (page.identity.owner, page.identity.custodian) == (owner, keeper)
    actions = AuditEntry.objects.filter(identity=page.identity).order_by("pk").values_list("action", flat=True)
    assert list(actions)[-2:] == ["parties set", "parties approved"]
    editing.post(url, {"owner": "", "custodian": keeper.pk, "named": [named.pk]})
    assert (page.identity.owner, page.identity.custodian) == (owner, keeper)


def test_parties_asked_for_anew_are_not_approved_unseen(page, editing):
    organisations = OrganisationFactory(), OrganisationFactory()
    url = reverse("records_admin:parties", args=[page.pk])
    approving = reverse("records_admin:approve_parties", args=[page.pk])
    send(editing, url, owner=organisations[0].pk, reason="They asked.")
    seen = shown(editing.get(approving))
    send(editing, url, owner=organisations[1].pk, reason="They asked.")

    editing.force_login(editor())
    assert "Somebody changed this meanwhile" in editing.post(approving, seen).text
    assert page.identity.owner is None


def test_who_may_see_a_withdrawn_record_is_not_asked_for(page, editing):
    withdraw_record(identity=page.identity, by=editor())

    answer = send(editing, edit_url(page), listed_to="public")

    assert "It is withdrawn" in answer.text
    assert not AccessWish.objects.exists()


def test_what_works_at_once_is_for_records_only(editing):
    home = Page.objects.get(slug="home")

    for name in ("restrict", "withdraw", "parties", "approve_parties"):
        assert editing.get(reverse(f"records_admin:{name}", args=[home.pk])).status_code == 404


@pytest.mark.parametrize("kind", [kind for kind in kinds() if issubclass(kind.model, Page)], ids=lambda kind: kind.key)
def test_no_page_has_a_field_of_its_own_for_access(kind):
    shared = {field.name for field in Page._meta.get_fields()}
    own = {field.name for field in kind.model._meta.get_fields()} - shared

    columns = {field.name for field in RecordIdentity._meta.get_fields() if not field.auto_created}
    forbidden = columns | {"custodian", "owner", "access", "level"}
    assert own & (forbidden - {"id"}) == set()


def test_the_form_says_what_is_still_empty(page, editing):
    text = editing.get(edit_url(page)).text

    assert "Still empty" in text
    assert '<ul class="todo">' in text


def test_organisations_are_given_a_part_in_sharing_not_one_at_an_event(page, editing):
    text = editing.get(edit_url(page)).text

    assert "Data provider</option>" in text
    assert "Panellist</option>" not in text


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind.is_page], ids=lambda kind: kind.key)
def test_the_form_names_what_a_card_shows(kind, editing):
    index = Page.objects.get(locale__language_code="en", url_path__endswith=f"/{kind.index_path}/")
    on_card = [field for field in kind.fields if field.zone is Zone.CARD]
    known = ("title", "summary", "countries", "organisations")
    first = dict.fromkeys(str(field.label) for field in on_card if field.name in known)

    text = unescape(editing.get(add_url(kind.model, index)).text)

    assert f"They see its card and nothing else: {', '.join(first)}." in text
    _before, folded = text.split("What else stands on the card</summary>", 1)
    rest, _after = folded.split("</details>", 1)
    assert rest == ", ".join(dict.fromkeys(str(field.label) for field in on_card if field.name not in known))


def test_cards_differ_by_kind():
    said = {kind.key: said_of_card(kind) for kind in kinds()}

    assert {key for key, sentence in said.items() if "kinds of data" in sentence} == {"holding", "need", "flow"}
    assert {key for key, sentence in said.items() if "consent of the owner" in sentence} == {"holding"}
    assert {key for key, sentence in said.items() if "state" in sentence} == {
        "need", "flow", "agreement", "event", "idea", "action",
    }  # fmt: skip


def test_the_step_says_why_fewer_people_read_it_than_was_asked_for(page, editing):
    decide(page, listed_to="public", details_to="members")
    RecordIdentity.objects.filter(pk=page.key).update(text_sensitivity=TextSensitivity.MODERATE)
    said = "Shown to members only, because the sensitivity of its text is “Moderate”."
    assert said in editing.get(edit_url(page)).text

    answers = {**NO, "tells_unpublished": "yes"}
    send(editing, edit_url(page), listed_to="public", details_to="public", **answers)

    said = "because this was answered with yes: Does it say what the owner has not published?"
    assert said in editing.get(edit_url(page)).text
