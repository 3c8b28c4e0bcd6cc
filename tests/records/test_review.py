"""Who may decide on a draft, and what a decision does."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import TaskState, Workflow, WorkflowState

from case_studies.models import CaseStudyPage
from portal.access.enums import Level, TextSensitivity
from portal.access.models import AccessWish, RecordIdentity
from portal.access.services import ask_access, ask_parties
from portal.home.setup import setup_portal
from portal.home.setup.workflow import set_up_workflow
from portal.records import submissions
from portal.records.models import NotAsSubmitted, ReviewTask
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
EVERYONE = {
    "listed_to": Level.PUBLIC,
    "details_to": Level.PUBLIC,
    "names_person": False,
    "names_place": False,
    "tells_unpublished": False,
}


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


def test_another_editor_publishes_what_was_sent(page):
    submissions.approve(page=page, by=editor())

    assert title_of(page) == "New words"


def test_administrators_review_what_others_wrote(page):
    submissions.approve(page=page, by=administrator())

    assert title_of(page) == "New words"


def test_nobody_approves_what_they_sent_administrators_included():
    for author in (editor(), administrator()):
        page = make_record(title="Old words", listed_to=Level.PUBLIC)
        submissions.save_draft(page=page, by=author)
        submissions.submit_for_review(page=page, by=author)

        with pytest.raises(PermissionDenied):
            submissions.approve(page=page, by=author)


def test_nobody_approves_what_they_wrote_and_another_sent():
    writer, sender = editor(), editor()
    page = make_record(title="Old words", listed_to=Level.PUBLIC)
    submissions.save_draft(page=page, by=writer)
    submissions.submit_for_review(page=page, by=sender)

    for person in (writer, sender):
        with pytest.raises(PermissionDenied):
            submissions.approve(page=page, by=person)


def test_nobody_approves_their_words_because_another_saved_last():
    writer, polisher = editor(), editor()
    page = make_record(title="Old words", listed_to=Level.PUBLIC)
    page.title = "New words"
    submissions.save_draft(page=page, by=writer)
    page.title = "New words."
    submissions.save_draft(page=page, by=polisher)
    submissions.submit_for_review(page=page, by=polisher)

    with pytest.raises(PermissionDenied):
        submissions.approve(page=page, by=writer)
    assert title_of(page) == "Old words"


def test_who_wrote_what_was_published_before_reviews_what_another_writes_now(page, author):
    submissions.approve(page=page, by=editor())
    page = CaseStudyPage.objects.get(pk=page.pk)
    page.title = "Newer words"
    second = editor()
    submissions.save_draft(page=page, by=second)
    submissions.submit_for_review(page=page, by=second)

    submissions.approve(page=page, by=author)

    assert title_of(page) == "Newer words"


def test_nobody_approves_the_access_they_asked_for():
    asker, author = editor(), editor()
    page = make_record(listed_to=Level.MEMBERS)
    submissions.save_draft(page=page, by=asker, access=EVERYONE)
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)

    with pytest.raises(PermissionDenied):
        submissions.approve(page=page, by=asker)
    assert page.identity.listed_to == Level.MEMBERS


@pytest.mark.parametrize("person", [member_of, UserFactory])
def test_who_is_no_editor_decides_nothing(page, person):
    for decide in (submissions.approve, submissions.return_with_message):
        with pytest.raises(PermissionDenied):
            decide(page=page, by=person(), message="No.")


def test_a_draft_is_returned_with_a_message_only(page):
    with pytest.raises(ValidationError):
        submissions.return_with_message(page=page, by=editor(), message="  ")
    submissions.return_with_message(page=page, by=editor(), message="Name the source.")

    state = WorkflowState.objects.get()
    assert (state.status, state.current_task_state.comment) == ("needs_changes", "Name the source.")
    assert title_of(page) == "Old words"


def test_approval_grants_the_access_asked_for_and_publishes(author):
    page = make_record(listed_to=Level.MEMBERS, publish=False)
    submissions.save_draft(page=page, by=author, access=EVERYONE)
    submissions.submit_for_review(page=page, by=author)

    submissions.approve(page=page, by=editor())

    page.refresh_from_db()
    assert page.live
    assert (page.identity.listed_to, page.identity.details_to) == (Level.PUBLIC, Level.PUBLIC)
    assert not AccessWish.objects.exists()


def test_approval_publishes_nothing_when_the_access_cannot_be_granted(author, monkeypatch):
    page = make_record(title="Draft", listed_to=Level.MEMBERS, publish=False)
    submissions.save_draft(page=page, by=author, access=EVERYONE)
    submissions.submit_for_review(page=page, by=author)
    monkeypatch.setattr("wagtail.models.Revision.publish", refuse)

    with pytest.raises(RuntimeError):
        submissions.approve(page=page, by=editor())

    assert page.identity.listed_to == Level.MEMBERS
    assert AccessWish.objects.count() == 1
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def refuse(*args, **kwargs):
    """What a full disk would do."""
    raise RuntimeError


def test_access_asked_for_after_it_was_sent_is_not_granted_unseen(page, author):
    ask_access(identity=page.identity, by=author, **EVERYONE | {"listed_to": Level.MEMBERS, "details_to": Level.OWNER})

    with pytest.raises(NotAsSubmitted):
        submissions.approve(page=page, by=editor())
    assert page.identity.listed_to == Level.PUBLIC


def test_what_was_changed_after_it_was_sent_is_not_published(page, author):
    page.title = "Slipped in"
    page.save_revision(user=author)

    with pytest.raises(NotAsSubmitted):
        submissions.approve(page=page, by=editor())
    assert title_of(page) == "Old words"


def test_unanswered_questions_are_neither_sent_nor_approved(author):
    page = make_record(publish=False)
    RecordIdentity.objects.filter(pk=page.key).update(
        text_sensitivity=TextSensitivity.NOT_ASSESSED, listed_to=Level.MEMBERS, details_to=Level.NAMED
    )
    submissions.save_draft(page=page, by=author, access=EVERYONE | {"names_person": None})

    with pytest.raises(ValidationError):
        submissions.submit_for_review(page=page, by=author)
    page.get_workflow().start(page, author)
    with pytest.raises(NotAsSubmitted):
        submissions.approve(page=page, by=editor())


def test_it_is_sent_once_and_nobody_changes_it_meanwhile(page, author):
    with pytest.raises(ValidationError):
        submissions.submit_for_review(page=page, by=author)
    with pytest.raises(ValidationError):
        submissions.save_draft(page=page, by=author)


def test_the_author_takes_it_back_and_sends_it_again(page, author):
    with pytest.raises(PermissionDenied):
        submissions.take_back(page=page, by=member_of())
    submissions.take_back(page=page, by=author)
    with pytest.raises(PermissionDenied):
        submissions.take_back(page=page, by=author)

    submissions.submit_for_review(page=page, by=author)

    assert page.workflow_in_progress


def test_a_returned_draft_is_sent_again(page, author):
    submissions.return_with_message(page=page, by=editor(), message="Shorter.")
    submissions.save_draft(page=page, by=author)

    submissions.submit_for_review(page=page, by=author)

    assert [state.status for state in WorkflowState.objects.order_by("pk")] == ["cancelled", "in_progress"]


def test_a_decision_is_made_once(page):
    state = page.current_workflow_task_state
    submissions.approve(page=page, by=editor())

    with pytest.raises(PermissionDenied):
        submissions.approve(page=page, by=editor())
    with pytest.raises(PermissionDenied):
        ReviewTask.objects.get().on_action(state, editor(), "reject", comment="Too late.")


def test_setting_up_twice_makes_one_workflow():
    set_up_workflow()
    setup_portal()

    assert [(workflow.name, [task.specific for task in workflow.tasks]) for workflow in Workflow.objects.all()] == [
        ("Review", list(ReviewTask.objects.all()))
    ]
    assert ReviewTask.objects.count() == 1


def test_who_may_see_it_does_not_change_before_its_text_is_there(author):
    page = make_record(listed_to=Level.MEMBERS)
    page.go_live_at = timezone.now() + timedelta(days=1)
    submissions.save_draft(page=page, by=author, access=EVERYONE)
    submissions.submit_for_review(page=page, by=author)

    with pytest.raises(NotAsSubmitted):
        submissions.approve(page=page, by=editor())
    assert page.identity.listed_to == Level.MEMBERS


def test_parties_are_approved_with_the_draft_by_who_asked_for_neither(author):
    asker, owner = editor(), OrganisationFactory()
    page = make_record(listed_to=Level.MEMBERS, publish=False)
    ask_parties(identity=page.identity, by=asker, owner=owner, reason="They asked.")
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)

    with pytest.raises(PermissionDenied):
        submissions.approve(page=page, by=asker)
    submissions.approve(page=page, by=editor())

    assert page.identity.owner == owner


def test_parties_asked_for_after_it_was_sent_are_not_granted_unseen(page):
    ask_parties(identity=page.identity, by=editor(), owner=OrganisationFactory(), reason="They asked.")

    with pytest.raises(NotAsSubmitted):
        submissions.approve(page=page, by=editor())
