"""“Still true”: who may say so, and that no draft takes it back."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import withdraw_record
from portal.records.confirming import CONFIRMED, confirm
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def organisation():
    return OrganisationFactory()


@pytest.fixture
def page(organisation):
    page = make_holding(title="What we hold")
    decide(page, listed_to=Level.MEMBERS, owner=organisation)
    return page


def test_who_answers_for_it_may(page, organisation):
    writer, former = member_of(organisation), member_of(OrganisationFactory())
    page.identity.contributors.set([writer, former])
    people = {
        "focal point": member_of(organisation, focal_point=True),
        "staff": member_of(organisation),
        "writer": writer,
        "former writer": former,
        "stranger": member_of(OrganisationFactory(), focal_point=True),
        "editor": editor(),
    }

    def may(user):
        try:
            return confirm(identity=page.identity, by=user, on=DAY) == DAY
        except PermissionDenied:
            return False

    assert {who for who, user in people.items() if may(user)} == {"focal point", "writer", "editor"}


def test_who_may_not_read_all_of_it_says_nothing_of_it(page, organisation):
    writer = member_of(organisation)
    page.identity.contributors.add(writer)
    decide(page, listed_to=Level.MEMBERS, details_to=Level.OWNER)
    page.refresh_from_db()

    with pytest.raises(PermissionDenied):
        confirm(identity=page.identity, by=writer, on=DAY)

    page.refresh_from_db()
    assert page.reviewed_on is None


def test_the_day_stands_on_the_entry_and_asks_again_in_a_year(page):
    confirm(identity=page.identity, by=editor(), on=DAY)
    page.refresh_from_db()

    assert (page.reviewed_on, page.review_due_on) == (DAY, date(2027, 11, 20))


def test_nothing_else_is_published(page):
    page.title = "What is being written"
    page.save_revision()

    confirm(identity=page.identity, by=editor(), on=DAY)
    page.refresh_from_db()

    assert (page.title, page.has_unpublished_changes) == ("What we hold", True)


def test_publishing_a_draft_later_does_not_take_it_back(page):
    page.title = "What is being written"
    revision = page.save_revision()

    confirm(identity=page.identity, by=editor(), on=DAY)
    revision.refresh_from_db()
    revision.publish()
    page.refresh_from_db()

    assert (page.title, page.reviewed_on) == ("What is being written", DAY)


def test_it_is_logged_by_whom(page):
    user = editor()
    confirm(identity=page.identity, by=user, on=DAY)

    line = AuditEntry.objects.get(action=CONFIRMED)

    assert (line.by, line.code, line.detail) == (user, page.identity.code, {"on": "2026-11-20"})


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_is_confirmed_by_nobody(page, state):
    page = make_record(publish=False) if state == "draft" else page
    user = editor()
    if state == "withdrawn":
        withdraw_record(identity=page.identity, by=user)

    with pytest.raises(PermissionDenied):
        confirm(identity=page.identity, by=user)


def test_others_read_the_day_on_the_entry(client, page):
    decide(page, listed_to=Level.PUBLIC)
    confirm(identity=page.identity, by=editor(), on=DAY)

    assert 'Confirmed <time datetime="2026-11-20">November 2026</time>' in client.get(page.get_url()).text
