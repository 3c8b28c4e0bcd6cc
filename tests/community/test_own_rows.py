"""What is kept of a person: they take it along, it goes with them, and nothing of others is in it."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.enums import Level
from portal.community.discussing import ask
from portal.community.enums import Complaint, Verdict
from portal.community.following import follow
from portal.community.models import Follow, Post, Report, Ruling, SavedSearch
from portal.community.moderating import report, rule
from portal.core.retention import keep_retention
from portal.directory.erasing import erase_account
from portal.directory.own_data import own_data
from tests.factories.community import kept_search
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return member_of(OrganisationFactory())


@pytest.fixture
def rows(person):
    """One of each kind of row, of the person and of another."""
    pages = [make_record(title="Open"), make_record(title="Soon hidden")]
    for user in (person, member_of(OrganisationFactory())):
        for page in pages:
            follow(user=user, identity=page.identity)
        kept_search(user, f"q=mines{user.pk}", name=f"Mines of {user.pk}")
        post = ask(user=user, identity=pages[0].identity, text=f"Words of {user.pk}").posts.get()
    report(user=person, post=post, complaint=Complaint.OTHER, note="It is odd")
    decide(pages[1], listed_to=Level.OWNER)
    return pages


def test_it_can_be_taken_along(person, rows, client):
    client.force_login(person)
    told = json.loads(client.get("/my/account/data.json").content)

    assert told["follows"] == [rows[0].identity.code]
    assert [each["name"] for each in told["saved_searches"]] == [f"Mines of {person.pk}"]
    assert [each["text"] for each in told["posts"]] == [f"Words of {person.pk}"]
    assert [each["note"] for each in told["reports_of_posts"]] == ["It is odd"]
    assert set(own_data(person)) >= {"follows", "saved_searches", "posts", "reports_of_posts"}


def test_it_goes_with_them_and_what_they_wrote_stays(person, rows):
    erase_account(user=person, by=person)

    assert person.pk not in {*Follow.objects.values_list("user", flat=True)}
    assert person.pk not in {*SavedSearch.objects.values_list("user", flat=True)}
    assert (Follow.objects.count(), SavedSearch.objects.count(), Post.objects.count()) == (2, 1, 2)
    assert Report.objects.values_list("by", "note").get() == (None, "")


def test_decided_reports_go_after_a_year_and_rulings_stay(person, rows):
    post = Report.objects.get().post
    keep_retention(timezone.now() + timedelta(days=366))
    assert Report.objects.exists()

    rule(by=editor(), post=post, verdict=Verdict.SHOW, reason="It is not odd")
    keep_retention(timezone.now() + timedelta(days=364))
    assert Report.objects.exists()
    keep_retention(timezone.now() + timedelta(days=366))
    assert not Report.objects.exists()
    assert Ruling.objects.count() == 1


def test_who_writes_too_often_has_to_wait(person, client):
    page = make_record()
    client.force_login(person)
    url = f"/discussions/{page.identity.code}/"
    statuses = [client.post(url, {"action": "ask", "ask-text": f"Question {n}?"}).status_code for n in range(31)]

    assert statuses == [302] * 30 + [429]
    assert Post.objects.count() == 30
