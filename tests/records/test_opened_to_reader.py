"""Who reads an entry because it was opened to them is told so, and until when."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from portal.access.enums import Level
from portal.records.presentation import present
from tests.factories.access import GrantFactory
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return OrganisationFactory()


@pytest.fixture
def page(owner):
    page = make_record(title="Opened")
    decide(page, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=owner)
    return page


def in_days(days):
    """The midnight with which the day before ends."""
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time.min))


def told(page, user):
    shown = present(page, user)
    return shown.opened_to_reader, shown.opened_until


def test_the_grant_that_lasts_longest_is_told_to_its_holder_alone(page, owner):
    holder = member_of(OrganisationFactory())
    for days in (2, 3):
        GrantFactory(identity=page.identity, user=holder, until=in_days(days))
    GrantFactory(identity=page.identity, user=member_of(), until=in_days(9))
    GrantFactory(identity=page.identity, user=holder, until=in_days(9), ended_at=timezone.now(), ended_by=holder)

    assert told(page, holder) == (True, in_days(3))
    others = {who: told(page, who) for who in (member_of(owner, focal_point=True), member_of(), editor(), None)}
    assert set(others.values()) == {(False, None)}


def test_one_without_an_end_has_no_day(page):
    organisation = OrganisationFactory()
    GrantFactory(identity=page.identity, organisation=organisation)
    GrantFactory(identity=page.identity, organisation=organisation, until=in_days(3))

    assert told(page, member_of(organisation)) == (True, None)


def test_what_all_members_read_is_opened_to_nobody(page):
    holder = member_of()
    GrantFactory(identity=page.identity, user=holder)
    decide(page, listed_to=Level.MEMBERS)

    assert told(page, holder) == (False, None)


def test_the_page_says_the_last_day(page, client):
    holder = member_of()
    GrantFactory(identity=page.identity, user=holder, until=in_days(3))
    client.force_login(holder)

    last = timezone.localdate() + timedelta(days=2)
    assert f'Opened to you until <time datetime="{last:%Y-%m-%d}">' in client.get(page.get_url()).text
