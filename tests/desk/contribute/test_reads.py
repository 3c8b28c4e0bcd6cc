"""Forms, preview and overview of an entry above `members` are in its owner's log, as its page is."""

import pytest
from django.urls import reverse

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.records.registry import kind
from tests.desk.contribute.filling import fields
from tests.factories.people import member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
NAMES = (("overview", ()), ("who", ()), ("preview", ()), ("screen", (2,)), ("more", (1,)))


@pytest.fixture
def page(organisation):
    page = make_record(what_was_done="<p>All of it.</p>")
    decide(page, listed_to=Level.OWNER, custodian=organisation)
    return page


@pytest.fixture
def reading(client, organisation):
    client.force_login(member_of(organisation, focal_point=True))
    return client


def address(page, name, *more):
    return reverse(f"contribute:{name}", args=[kind("case_study"), page.identity.code, *more])


def number_of_reads():
    return AuditEntry.objects.filter(action="read").count()


@pytest.mark.parametrize(("name", "more"), NAMES)
def test_what_is_opened_is_logged(reading, page, name, more):
    assert reading.get(address(page, name, *more)).status_code == 200

    assert number_of_reads() == 1


def test_what_every_member_may_read_is_not(reading, page):
    decide(page, listed_to=Level.MEMBERS)
    reading.get(address(page, "screen", 2))

    assert number_of_reads() == 0


@pytest.mark.parametrize(
    ("name", "more", "sent", "status"),
    [("screen", (2,), {"decision": "x"}, 400), ("who", (), {"listed_to": "x", "later": "yes"}, 400)],
)
def test_a_form_that_comes_back_with_it_is_logged(reading, page, name, more, sent, status):
    assert reading.post(address(page, name, *more), sent).status_code == status

    assert number_of_reads() == 1


def test_two_texts_side_by_side_are_logged(reading, page):
    opened = fields(reading.get(address(page, "screen", 1)))
    page.title = "Theirs"
    page.save_revision().publish()
    before = number_of_reads()

    assert reading.post(address(page, "screen", 1), opened | {"title": "Mine", "later": "yes"}).status_code == 409

    assert number_of_reads() == before + 1


@pytest.mark.parametrize("button", ["later", "autosave"])
def test_what_is_kept_shows_nothing(reading, page, button):
    opened = fields(reading.get(address(page, "screen", 1)))
    before = number_of_reads()

    reading.post(address(page, "screen", 1), opened | {"title": "Mine", button: "yes"})

    assert page.identity.contributors.exists()
    assert number_of_reads() == before
