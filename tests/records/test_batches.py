"""Drafts that were sent together are decided together, each for itself."""

import pytest
from django.urls import reverse

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.services import ask_access
from portal.records import submissions
from portal.records.models import DecisionChecks, SubmittedPart
from tests.factories.people import editor
from tests.factories.records import make_record
from tests.records.admin_form import CHECKED
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return editor()


def sent_together(by, number):
    pages = [make_record(title=f"Old {each}") for each in range(number)]
    for page in pages:
        page.title = page.title.replace("Old", "New")
        submissions.save_draft(page=page, by=by)
    return submissions.send_together(pages=pages, by=by, title="Import of May"), pages


def address(submission):
    return reverse("records_admin:batch", args=[submission.pk])


def steps(pages):
    return [CaseStudyPage.objects.get(pk=page.pk).current_workflow_task_state for page in pages]


def titles(pages):
    return [CaseStudyPage.objects.get(pk=page.pk).title for page in pages]


def test_what_is_ticked_is_published_and_the_rest_waits(author, client):
    submission, pages = sent_together(author, 3)
    client.force_login(editor())
    assert "Import of May" in client.get(reverse("review_queue:index")).text
    ticked = [step.pk for step in steps(pages)[:2]]

    client.post(address(submission), {"step": ticked})
    assert titles(pages) == ["Old 0", "Old 1", "Old 2"]
    client.post(address(submission), {"step": ticked, **CHECKED})

    assert titles(pages) == ["New 0", "New 1", "Old 2"]
    assert sorted(DecisionChecks.objects.values_list("task_state", flat=True)) == sorted(ticked)


def test_one_that_cannot_be_approved_keeps_the_others_from_nothing(author, client):
    submission, pages = sent_together(author, 2)
    questions = {"names_person": None, "names_place": None, "tells_unpublished": None}
    ask_access(identity=pages[0].identity, by=author, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, **questions)
    client.force_login(editor())

    answer = client.post(address(submission), {"step": [step.pk for step in steps(pages)], **CHECKED}, follow=True)

    assert titles(pages) == ["Old 0", "New 1"]
    assert "are not answered" in answer.text
    assert DecisionChecks.objects.count() == 1


def test_nobody_approves_their_own_in_a_bundle_nor_others_by_its_form(author, client):
    submission, pages = sent_together(author, 2)
    stranger = make_record(title="Old words")
    submissions.save_draft(page=stranger, by=author)
    submissions.submit_for_review(page=stranger, by=author)
    everything = {"step": [step.pk for step in steps([*pages, stranger])], **CHECKED}

    client.force_login(author)
    client.post(address(submission), everything)
    assert titles(pages) == ["Old 0", "Old 1"]
    client.force_login(editor())
    client.post(address(submission), everything)

    assert titles([*pages, stranger]) == ["New 0", "New 1", "Old words"]
    assert SubmittedPart.objects.count() == 2


def test_a_bundle_of_two_or_ten_takes_the_same_queries(author, client):
    small, _pages = sent_together(author, 2)
    large, _pages = sent_together(author, 10)
    client.force_login(editor())

    counted = [queries_of(client, address(each)) for each in (small, large)]
    assert counted[0] == counted[1]
    assert counted[0] <= 40


def test_all_are_approved_at_once_without_a_tick_for_each(author, client):
    submission, pages = sent_together(author, 3)
    client.force_login(editor())

    client.post(address(submission), {"all": "on", **CHECKED})

    assert titles(pages) == ["New 0", "New 1", "New 2"]


def test_all_are_returned_with_one_message_and_none_without(author, client):
    submission, pages = sent_together(author, 2)
    client.force_login(editor())

    client.post(address(submission), {"all": "on", "return": "yes", "message": " "})
    waiting = [CaseStudyPage.objects.get(pk=page.pk).workflow_in_progress for page in pages]
    client.post(address(submission), {"all": "on", "return": "yes", "message": "Name the sources."})

    states = [CaseStudyPage.objects.get(pk=page.pk).current_workflow_state for page in pages]
    assert waiting == [True, True]
    assert [(state.status, state.current_task_state.comment) for state in states] == [
        ("needs_changes", "Name the sources."), ("needs_changes", "Name the sources."),
    ]  # fmt: skip
    assert titles(pages) == ["Old 0", "Old 1"]
