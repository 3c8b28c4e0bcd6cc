"""An editor's week, for 0.3 of a post: what comes in, and how many decisions and pages it takes until nothing waits.

A decision is a form that is sent; a page is whatever is loaded, the page after a decision included. Each page is
reached by a link of the one before or of the mail on Monday.
"""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.community.discussing import ask
from portal.community.enums import Complaint
from portal.community.moderating import report
from portal.desk.reviewing.answer_links import token_for
from portal.desk.reviewing.day import do_the_day
from portal.desk.reviewing.week import decisions_for
from portal.directory.models import Invitation, JoinRequest
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.records import submissions
from portal.records.models import DecisionChecks, StillTrueQuestion
from tests.factories.joining import asked
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record
from tests.records.admin_form import CHECKED

pytestmark = pytest.mark.django_db
MOST_DECISIONS, MOST_PAGES = 60, 90
DAY = timedelta(days=1)
SINGLE, IN_IMPORT, RETURNED, REPORTED = 10, 10, 3, 4
ANSWERED, SILENT, NOBODY = 29, 3, 8
"""Stale cards: whose owner answers, whose owner is silent, and of which nobody can be asked."""


class Desk:
    """The editor's browser, which counts."""

    def __init__(self, client):
        self.client, self.decisions, self.pages = client, 0, 0
        self.text = ""

    def open(self, address):
        """Loads a page that the one before leads to."""
        assert address in self.text, address
        self._load(address)

    def decide(self, address, **data):
        self.decisions += 1
        answer = self.client.post(address, data)
        assert answer.status_code == 302, answer.status_code
        self._load(answer["Location"])

    def _load(self, address):
        self.pages += 1
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        self.text = answer.text


@pytest.fixture
def desk(client):
    person = editor()
    client.force_login(person)
    desk = Desk(client)
    desk.person = person
    return desk


def send(by, title):
    page = make_record(title="Old words")
    page.title = title
    submissions.save_draft(page=page, by=by)
    return page


def reported(author, by):
    """A post that somebody found wrong."""
    post = ask(user=author, identity=make_record().identity, text="Whose is it?").posts.get()
    report(user=by, post=post, complaint=Complaint.EXACT_LOCATION)
    return post


def make_stale(number, owner=None):
    """Cards whose day has passed."""
    pages = []
    for each in range(number):
        page = make_record(title=f"Stale {each}", review_due_on=timezone.localdate() - DAY)
        decide(page, listed_to=Level.PUBLIC, owner=owner)
        pages.append(page)
    return pages


@pytest.fixture
def week():
    """What came in since last Monday, and what its owners did of it without any editor."""
    author, owner = member_of(), OrganisationFactory()
    speaker = member_of(owner, focal_point=True)
    single = [send(author, f"Single {each}") for each in range(SINGLE)]
    for page in single:
        submissions.submit_for_review(page=page, by=author)
    imported = [send(author, f"Imported {each}") for each in range(IN_IMPORT)]
    batch = submissions.send_together(pages=imported, by=author, title="Import")
    requests = [asked(f"new-{each}@example.org") for each in range(5)]
    posts = [reported(author, speaker) for _each in range(REPORTED)]
    silent = make_stale(SILENT, owner)
    do_the_day()
    answered, nobody = make_stale(ANSWERED, owner), make_stale(NOBODY)
    return {
        "author": author, "speaker": speaker, "single": single, "imported": imported, "batch": batch,
        "requests": requests, "silent": silent, "answered": answered, "nobody": nobody,
        "posts": posts,
    }  # fmt: skip


def test_a_week_takes_few_decisions_and_pages_and_leaves_nothing(week, desk):
    monday = timezone.now() + (7 - timezone.now().weekday()) * DAY
    do_the_day(monday)
    answer_as_owner(week, Client())

    mail = Notice.objects.filter(kind="editors_monday", user=desk.person).order_by("created_at").last()
    assert mail_of(mail).body.count("A member reported a post") == REPORTED
    desk.text = settings.SITE_URL + mail.facts["path"]
    desk.open(reverse("reviewing:week"))
    decide_stale_cards(week, desk)
    decide_join_requests(week, desk)
    review_one_by_one(week, desk)
    review_an_import(week, desk)
    decide_reports(week, desk)

    assert decisions_for(desk.person) == []
    figures = f"{desk.decisions} decisions of {MOST_DECISIONS}, {desk.pages} pages of {MOST_PAGES}"
    assert (desk.decisions <= MOST_DECISIONS, desk.pages <= MOST_PAGES) == (True, True), figures
    assert DecisionChecks.objects.count() == SINGLE + IN_IMPORT
    assert Invitation.objects.count() == len(week["requests"])


def test_silence_needs_no_editor(week):
    for day in range(0, 130, 7):
        do_the_day(timezone.now() + day * DAY)

    assert not CaseStudyPage.objects.filter(pk__in=[page.pk for page in week["silent"]], live=True).exists()
    assert CaseStudyPage.objects.filter(pk__in=[page.pk for page in week["nobody"]], live=True).count() == NOBODY


def answer_as_owner(week, browser):
    """The owners' clicks, from their mails: no editor is there."""
    keys = {page.key for page in week["answered"]}
    for question in StillTrueQuestion.objects.filter(key__in=keys):
        token = token_for(question, week["speaker"])
        browser.post(reverse("reviewing:still-true", args=[token]), {"says": "true"})
    assert StillTrueQuestion.objects.open().count() == SILENT


def decide_stale_cards(week, desk):
    for page in week["nobody"]:
        assert page.identity.code in desk.text
        desk.decide(reverse("reviewing:decide"), code=page.identity.code, says="true")


def decide_join_requests(week, desk):
    desk.open(reverse("joining:requests"))
    for request in JoinRequest.objects.filter(decided_at=None):
        assert str(request.key) in desk.text
        desk.decide(reverse("joining:decide"), decision=f"accept:{request.key}")


def decide_reports(week, desk):
    """The words and the complaint stand in one list with the buttons."""
    desk.text = reverse("reviewing:week")  # in the mail and on the editor's own page
    desk.open(reverse("reviewing:week"))
    desk.open(reverse("community:reported"))
    for post in week["posts"]:
        address = reverse("community:post", args=[post.key])
        assert address in desk.text
        desk.decide(address, action="hide", reason="Names a place", **{"from": "reported"})


def review_one_by_one(week, desk):
    """Reads each as its readers will, and decides; the queue comes after each decision."""
    desk.text = reverse("review_queue:index")  # in the menu of every page of the admin
    desk.open(reverse("review_queue:index"))
    for number, page in enumerate(week["single"]):
        step = CaseStudyPage.objects.get(pk=page.pk).current_workflow_task_state
        desk.open(reverse("records_admin:review", args=[page.pk]))
        desk.open(reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, step.task_id]))
        said = {"decision": "return", "message": "Say when."} if number < RETURNED else {"decision": "approve"}
        desk.decide(reverse("records_admin:review", args=[page.pk]), seen=step.pk, **said, **CHECKED)


def review_an_import(week, desk):
    """Reads each, and publishes all by one decision."""
    address = reverse("records_admin:batch", args=[week["batch"].pk])
    desk.open(address)
    steps = [CaseStudyPage.objects.get(pk=page.pk).current_workflow_task_state for page in week["imported"]]
    bundle = desk.text
    for page in week["imported"]:
        desk.text = bundle
        desk.open(reverse("records_admin:review", args=[page.pk]))
    desk.decide(address, step=[step.pk for step in steps], **CHECKED)
