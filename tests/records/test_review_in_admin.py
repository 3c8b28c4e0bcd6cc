"""The review through the pages of the admin: Wagtail's own and ours."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import WorkflowState

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.home.models import HomePage
from portal.records import submissions
from portal.records.models import ReviewTask
from tests.factories.people import UserFactory, editor, member_of
from tests.factories.records import make_record
from tests.records.admin_form import CHECKED, edit_url, send, shown

pytestmark = pytest.mark.django_db


def administrator():
    return UserFactory(is_superuser=True, is_staff=True)


@pytest.fixture
def author():
    return editor()


@pytest.fixture
def page(author):
    """A public record whose change waits for review."""
    page = make_record(title="Old words", listed_to=Level.PUBLIC)
    page.title = "New words"
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)
    return CaseStudyPage.objects.get(pk=page.pk)


def title_of(page):
    return CaseStudyPage.objects.get(pk=page.pk).title


def test_the_form_cannot_be_saved_while_it_waits(page, client):
    for person in (editor(), administrator(), page.get_latest_revision().user):
        client.force_login(person)
        for action in ("", "action-publish", "action-submit"):
            send(client, edit_url(page), action, title="Slipped in")

    assert page.get_latest_revision().content["title"] == "New words"
    assert title_of(page) == "Old words"


def test_drafts_saved_by_the_editor_itself_never_reach_the_review(page, client, author):
    client.force_login(author)
    data = shown(client.get(edit_url(page)))

    answer = client.post(edit_url(page), data | {"title": "Typed on"}, headers={"Accept": "application/json"})

    assert answer.status_code == 400
    assert page.get_latest_revision() == page.current_workflow_task_state.revision


def test_wagtails_own_buttons_obey_the_same_rules(page, client, author):
    state = page.current_workflow_task_state
    approve, reject = (
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk]) for name in ("approve", "reject")
    )
    client.force_login(author)
    client.post(approve, {"comment": ""})
    client.force_login(editor())
    client.post(reject, {"comment": ""})
    assert WorkflowState.objects.get().status == "in_progress"

    client.post(approve, {"comment": ""})

    assert title_of(page) == "New words"


def test_an_editor_cannot_publish_past_the_review(client):
    page = make_record(title="Old words", listed_to=Level.PUBLIC)
    client.force_login(editor())

    send(client, edit_url(page), "action-publish", title="Unseen words")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    page.refresh_from_db()
    assert (page.title, page.live) == ("Old words", True)


def test_an_administrator_publishes_at_once_and_widens_nothing(client):
    page = make_record(title="Old words", listed_to=Level.MEMBERS)
    client.force_login(administrator())

    send(client, edit_url(page), "action-publish", title="New words", listed_to="public", details_to="public")

    assert title_of(page) == "New words"
    assert page.identity.listed_to == Level.MEMBERS


def test_the_queue_says_who_decides(page, client, author):
    url = reverse("review_queue:index")
    client.force_login(author)
    assert "it is yours" in client.get(url).text
    client.force_login(editor())
    answer = client.get(url).text

    assert "You, or another editor" in answer
    assert str(author) in answer
    assert client.get(reverse("review_queue:index_results")).status_code == 200


def queries_of(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
        list(ReviewTask.objects.get().get_task_states_user_can_moderate(editor()))
    return len(captured)


@pytest.mark.parametrize("name", ["review_queue:index", "my_submissions:index"])
def test_one_submission_or_six_take_the_same_queries(page, client, author, name):
    client.force_login(author if name == "my_submissions:index" else editor())
    submissions.return_with_message(page=page, by=editor(), message="Shorter.")
    submissions.submit_for_review(page=page, by=author)
    client.get(reverse(name))
    one = queries_of(client, reverse(name))
    for number in range(5):
        other = make_record(title=f"Case {number}")
        writer = author if name == "my_submissions:index" else editor()
        submissions.save_draft(page=other, by=writer)
        submissions.submit_for_review(page=other, by=writer)
        submissions.return_with_message(page=other, by=editor(), message="Shorter.")
        submissions.submit_for_review(page=other, by=writer)

    assert queries_of(client, reverse(name)) == one


def test_the_review_page_shows_what_is_asked_and_refuses_with_a_sentence(page, client):
    url = reverse("records_admin:review", args=[page.pk])
    client.force_login(editor())
    assert "What changed since it was published" in client.get(url).text

    answer = client.post(url, {"decision": "return", "message": ""})
    assert answer.text.index("There is a problem") < answer.text.index('name="decision"')
    assert "Say what the author should change." in answer.text

    page.save_revision()
    answer = client.post(url, {"decision": "approve", **CHECKED})
    assert "It was changed after it was sent" in answer.text


@pytest.mark.parametrize("decision", ["approve", "return"])
def test_what_was_sent_anew_is_not_decided_unseen(page, client, author, decision):
    url = reverse("records_admin:review", args=[page.pk])
    client.force_login(editor())
    seen = shown(client.get(url)) | {"decision": decision, "message": "Good.", **CHECKED}
    submissions.take_back(page=page, by=author)
    page.title = "Sent anew"
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)

    assert "Somebody changed this meanwhile" in client.post(url, seen).text
    assert title_of(page) == "Old words"
    assert CaseStudyPage.objects.get(pk=page.pk).workflow_in_progress


def test_what_is_decided_is_not_decided_again_but_said(page, client):
    submissions.approve(page=page, by=editor())
    client.force_login(editor())

    answer = client.get(reverse("records_admin:review", args=[page.pk]), follow=True)

    assert "does not wait for review any more" in answer.text


def test_texts_of_the_community_are_reviewed_in_the_same_way(client, author):
    home = HomePage.objects.get(locale__language_code="en")
    client.force_login(author)
    send(client, edit_url(home), "action-submit", lead="A new lead.")
    client.force_login(editor())
    send(client, reverse("records_admin:review", args=[home.pk]), decision="return", message="Say it shorter.")

    client.force_login(author)
    assert "Say it shorter." in client.get(edit_url(home)).text
    send(client, edit_url(home), "action-submit", lead="New.")
    client.force_login(editor())
    client.post(reverse("records_admin:review", args=[home.pk]), {"decision": "approve"})

    home.refresh_from_db()
    assert home.lead == "New."


def test_the_dashboard_offers_what_one_may_decide(page, client, author):
    offered = reverse("records_admin:review", args=[page.pk])
    client.force_login(author)
    assert offered not in client.get(reverse("wagtailadmin_home")).text
    client.force_login(editor())
    assert offered in client.get(reverse("wagtailadmin_home")).text
    assert ReviewTask.objects.get().get_task_states_user_can_moderate(member_of()).count() == 0
