"""What readers are told of an entry whose owner does not answer: on its page and in lists."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.enums import Level
from portal.core.templatetags.portal import day
from portal.records.confirming import confirm
from portal.records.silence import ask_due
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
WORDS = "Unconfirmed: its owner has not answered"


@pytest.fixture
def page():
    owner = OrganisationFactory()
    member_of(owner, focal_point=True)
    page = make_record(title="Roads", review_due_on=TODAY - timedelta(days=60))
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    return page


def asked(days_ago):
    """Its owner was asked so many days ago."""
    (question,) = ask_due()
    question.asked_at = timezone.now() - timedelta(days=days_ago)
    question.save()


def said(client, page):
    """Where it is said that nobody confirms it: on its page, in its list, in the search."""
    paths = {"page": page.url, "list": "/case-studies/", "search": "/search/?q=roads"}
    return {name for name, path in paths.items() if WORDS in client.get(path).text}


@pytest.mark.parametrize(("days_ago", "where"), [(41, set()), (43, {"page", "list", "search"})])
def test_it_is_said_once_nobody_has_answered_for_six_weeks(client, page, days_ago, where):
    asked(days_ago)

    assert said(client, page) == where
    text = client.get(page.url).text
    since = day(TODAY - timedelta(days=days_ago))
    assert (f"since {since}" in text) == bool(where)
    assert ("To be confirmed again since" in text) != bool(where)


def test_who_confirms_it_ends_it(client, page):
    asked(50)
    confirm(identity=page.identity, by=editor())

    assert said(client, page) == set()


def test_what_was_never_asked_is_only_late(client, page):
    assert said(client, page) == set()
    assert "To be confirmed again since" in client.get(page.url).text
