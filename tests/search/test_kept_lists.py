"""Lists, board and home page are kept for who signed in: what somebody may no longer see is gone from the next one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import AuditEntry, Grant
from portal.access.services import READ, restrict_access, withdraw_record
from portal.core.kept_reads import forget
from portal.directory.models import Member, Membership
from portal.search.kept import kept_for_reader
from tests.factories.actions import Scene
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = ["/case-studies/", "/case-studies/?sort=title", "/search/?q=open", "/search/", "/"]


@pytest.fixture(autouse=True)
def empty():
    forget()
    yield
    forget()


@pytest.fixture
def owner():
    return OrganisationFactory(name_en="Owning body")


@pytest.fixture
def record(owner):
    """A record that members of its owner know of, and few others."""
    record = make_record(title="Open words", summary="Open words.")
    decide(record, listed_to=Level.NAMED, owner=owner)
    return record


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def asked(client, path):
    """The page, and how many queries it took."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    return response.text, len(captured)


@pytest.mark.parametrize("path", LISTS)
def test_who_asks_again_gets_the_same_with_less_work(record, owner, path):
    client = signed_in(member_of(owner))
    (first, work), (second, less) = asked(client, path), asked(client, path)

    assert "Open words" in first
    assert second == first
    assert less < work


def narrowed(record, user):
    restrict_access(identity=record.identity, by=editor(), listed_to=Level.OWNER, details_to=Level.OWNER)


def withdrawn(record, user):
    withdraw_record(identity=record.identity, by=editor())


def left(record, user):
    Membership.objects.filter(member__user=user).update(is_active=False)


def suspended(record, user):
    Member.objects.filter(user=user).update(is_active=False)


@pytest.mark.parametrize("path", ["/case-studies/", "/search/?q=open", "/"])
@pytest.mark.parametrize("change", [narrowed, withdrawn, left, suspended])
def test_what_one_may_no_longer_know_of_is_gone_from_the_next_page(record, owner, change, path):
    user = member_of(owner)
    client = signed_in(user)
    assert "Open words" in asked(client, path)[0]

    change(record, user)

    assert "Open words" not in asked(client, path)[0]


@pytest.mark.parametrize("path", LISTS)
def test_nobody_gets_what_was_kept_for_somebody_else(record, owner, path):
    assert "Open words" in asked(signed_in(member_of(owner)), path)[0]

    assert "Open words" not in asked(signed_in(member_of(OrganisationFactory())), path)[0]
    assert "Open words" not in asked(signed_in(member_of()), path)[0]
    assert "Open words" not in asked(Client(), path)[0]


def test_what_was_opened_for_a_time_closes_without_anything_being_written(monkeypatch):
    """The details of a case study are found by their words for as long as they are open to somebody."""
    record = make_record(title="Open words", context="Zymurgic details")
    decide(record, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=OrganisationFactory())
    user = member_of(OrganisationFactory())
    now, hour = timezone.now(), timedelta(hours=1)
    grant = {"user": user, "reason": "Asked for.", "given_by": editor()}
    Grant.objects.create(identity=record.identity, starts_at=now - hour, until=now + hour, **grant)
    client = signed_in(user)
    assert "Open words" in asked(client, "/search/?q=zymurgic")[0]

    monkeypatch.setattr(timezone, "now", lambda: now + hour)

    assert "Open words" not in asked(client, "/search/?q=zymurgic")[0]


def test_what_is_kept_for_a_reader_is_read_anew_when_something_closes_to_them(monkeypatch):
    record, reads = make_record(listed_to=Level.MEMBERS, details_to=Level.OWNER), []
    user, now, hour = member_of(OrganisationFactory()), timezone.now(), timedelta(hours=1)
    grant = {"user": user, "reason": "Asked for.", "given_by": editor()}
    Grant.objects.create(identity=record.identity, starts_at=now - hour, until=now + hour, **grant)

    def times_read():
        kept_for_reader(user, "figures", "", lambda: reads.append(1))
        return len(reads)

    assert [times_read(), times_read()] == [1, 1]
    monkeypatch.setattr(timezone, "now", lambda: now + hour)
    assert times_read() == 2


def test_each_reading_of_closed_details_is_logged_also_from_what_was_kept(owner):
    record = make_record(title="Open words", context="Zymurgic details")
    decide(record, listed_to=Level.MEMBERS, details_to=Level.NAMED, owner=owner)
    client = signed_in(member_of(owner))
    for _ in range(2):
        assert "Open words" in asked(client, "/search/?q=zymurgic")[0]

    assert AuditEntry.objects.filter(identity=record.identity, action=READ).count() == 2


@pytest.mark.parametrize("path", ["/actions/", "/actions/?state=open", "/actions/board/", "/actions/board/?state=open"])
def test_an_action_is_gone_from_list_and_board(path):
    scene = Scene()
    title = scene.action.title
    client = signed_in(scene.stranger)
    (first, work), (second, less) = asked(client, path), asked(client, path)
    assert title in first
    assert second == first
    assert less < work
    identity = scene.action.identity

    restrict_access(identity=identity, by=editor(), listed_to=Level.OWNER, details_to=Level.OWNER)

    assert title not in asked(client, path)[0]


def test_what_one_may_change_can_no_longer_be_ticked_by_who_speaks_for_nobody():
    scene = Scene()
    box = f'name="a" value="{scene.action.code}"'
    client = signed_in(scene.facilitator)
    assert [box in asked(client, "/actions/")[0] for _ in range(2)] == [True, True]

    Membership.objects.filter(member__user=scene.facilitator).update(is_focal_point=False)

    assert box not in asked(client, "/actions/")[0]
