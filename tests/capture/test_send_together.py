"""The report back asks to tick, leads to its drafts, and sends them for review as one submission."""

import pytest
from django.test import Client
from django.urls import reverse

from events.capture.services import make_entries
from events.outputs.models import OutputPage
from portal.records.models import Submission
from tests.desk.contribute.filling import NO, fields

pytestmark = pytest.mark.django_db
TO_MEMBERS = {"listed_to": ["members"], "details_to": ["members"], **NO}


@pytest.fixture
def running(day):
    client = Client()
    client.force_login(day.facilitator)
    return client


@pytest.fixture
def url(day):
    return reverse("capture:send", args=[day.page.slug])


def made(day, *kinds):
    for number, kind in enumerate(kinds):
        day.line(f"Line {number}", kind)
    make_entries(event=day.event, session_key=day.session, by=day.facilitator)


def states():
    return {page.title: page.workflow_in_progress for page in OutputPage.objects.all()}


def test_entries_are_made_of_what_is_ticked_and_all_can_be_ticked_without_a_script(day, running):
    day.line("One"), day.line("Two")
    path = f"{day.path}report/"
    refused = running.post(path, {"do": "make"})
    assert (refused.status_code, OutputPage.objects.count()) == (400, 0)
    ticked = fields(running.get(running.post(path, {"do": "tick"})["Location"]))["l"]
    assert len(ticked) == 2
    assert running.post(path, {"do": "make", "l": ticked}).status_code == 302

    assert OutputPage.objects.count() == 2
    urls = {row.draft_url for row in running.get(path).context["rows"]}
    assert {running.get(each).status_code for each in urls} == {200}


def test_all_drafts_of_an_event_are_one_submission_with_one_answer(day, running, url):
    made(day, "finding", "decision")
    assert url in running.get(f"{day.path}report/").text
    answer = running.post(url, {**fields(running.get(url)), **TO_MEMBERS})

    assert answer.status_code == 302
    assert states() == {"Line 0": True, "Line 1": True}
    submission = Submission.objects.get()
    assert (submission.parts.count(), submission.by) == (2, day.facilitator)
    assert {page.identity.wish.details_to for page in OutputPage.objects.all()} == {"members"}


def test_nothing_goes_unanswered_unticked_or_with_a_gap(day, running, url):
    made(day, "finding", "barrier")
    sent = fields(running.get(url))
    assert len(sent["draft"]) == 1
    everything = [str(page.key) for page in OutputPage.objects.all()]
    to_nobody = {**sent, **NO, "listed_to": ["named_organisations"], "details_to": ["named_organisations"]}
    none, too_much = ({**sent, **TO_MEMBERS, "draft": chosen} for chosen in ([], everything))
    for wrong in (sent, to_nobody, none, too_much):
        assert running.post(url, wrong).status_code == 400
    assert (states(), Submission.objects.count()) == ({"Line 0": False, "Line 1": False}, 0)
    assert running.post(url, {**sent, **TO_MEMBERS}).status_code == 302
    assert states() == {"Line 0": True, "Line 1": False}


def test_it_is_for_who_runs_the_event_and_holds_their_drafts_alone(day, running, url):
    made(day, "finding")
    client = Client()
    client.force_login(day.stranger)
    assert client.get(url).status_code == 404
    OutputPage.objects.get().identity.contributors.clear()
    assert running.get(url).context["drafts"] == []
