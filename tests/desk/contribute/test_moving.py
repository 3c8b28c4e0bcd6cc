"""Sessions of a programme are moved by plain buttons, which keep what is typed."""

from datetime import date, time

import pytest

from events.models import EventPage
from portal.access.enums import Level
from tests.desk.contribute.filling import fields
from tests.desk.contribute.test_runners import section
from tests.factories.events import make_event, make_session, with_role
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2026, 3, 28), date(2026, 3, 29)


@pytest.fixture
def page():
    organisation = OrganisationFactory()
    sessions = [
        make_session("How", day=SECOND, sort_order=0),
        make_session("Why", starts_at=time(9), ends_at=time(10), sort_order=1),
        make_session("What", starts_at=time(11), ends_at=time(12, 30), sort_order=2),
        make_session("Open", day=None, starts_at=None, ends_at=None, sort_order=3),
    ]
    page = make_event(organisations=[with_role(organisation, "facilitator")], sessions=sessions)
    decide(page, listed_to=Level.MEMBERS)
    page.facilitator = member_of(organisation)
    return page


@pytest.fixture
def programme(client, page):
    client.force_login(page.facilitator)
    return section(client, page, "Programme")


def buttons(response):
    """By the words of a line, the buttons that move it: by their words, their values."""
    (rows,) = response.context["asked"].rows.values()
    return {each.words: {label: value for value, label in each.ways} for each in rows.placed if each.words}


def press(client, url, words, label, **typed):
    shown = client.get(url)
    return client.post(url, fields(shown) | typed | {"move": buttons(shown)[words][label]})


def slots(page):
    draft = EventPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return {row.title: (row.day, row.starts_at, row.ends_at) for row in draft.sessions.all()}


def test_they_stand_by_day_and_time_with_the_buttons_that_move_them(client, programme):
    shown = client.get(programme)
    (rows,) = shown.context["asked"].rows.values()

    assert [(each.heading, each.words) for each in rows.placed] == [
        ("28 March 2026", "09:00–10:00 Why"),
        ("", "11:00–12:30 What"),
        ("29 March 2026", "09:00–10:30 How"),
        ("Day not said yet", "Open"),
    ]
    assert {words: list(found) for words, found in buttons(shown).items()} == {
        "09:00–10:00 Why": ["Later", "To 29 March 2026"],
        "11:00–12:30 What": ["Earlier", "Later", "To 29 March 2026"],
        "09:00–10:30 How": ["Earlier", "To 28 March 2026"],
        "Open": ["To 28 March 2026", "To 29 March 2026"],
    }


def test_two_exchange_their_times_and_what_was_typed_is_kept(client, programme, page):
    keys = {row.title: row.translation_key for row in page.sessions.all()}
    answer = press(client, programme, "11:00–12:30 What", "Earlier", **{"sessions-2-title": "What is there"})

    assert answer.headers["Location"] == f"{programme}#sessions-{keys['What'].hex[:8]}"
    assert f'id="sessions-{keys["What"].hex[:8]}"' in client.get(programme).text
    assert slots(page) == {
        "What is there": (FIRST, time(9), time(10)),
        "Why": (FIRST, time(11), time(12, 30)),
        "How": (SECOND, time(9), time(10, 30)),
        "Open": (None, None, None),
    }
    # Readers see nothing of it before it is reviewed, and each session is still itself.
    stored = EventPage.objects.get(pk=page.pk)
    assert {row.title: row.translation_key for row in stored.sessions.all()} == keys
    draft = stored.get_latest_revision_as_object()
    assert {row.translation_key for row in draft.sessions.all()} == set(keys.values())


@pytest.mark.parametrize(
    ("words", "label", "title", "slot"),
    [
        ("11:00–12:30 What", "Later", "What", (SECOND, time(9), time(10, 30))),
        ("09:00–10:00 Why", "To 29 March 2026", "Why", (SECOND, time(9), time(10))),
        ("Open", "To 28 March 2026", "Open", (FIRST, None, None)),
    ],
)
def test_each_button_does_what_it_says(client, programme, page, words, label, title, slot):
    press(client, programme, words, label)

    assert slots(page)[title] == slot


def test_at_the_same_time_their_order_changes(client, page):
    same = {"starts_at": time(9), "ends_at": time(10)}
    page.sessions.set([make_session("Group A", sort_order=0, **same), make_session("Group B", sort_order=1, **same)])
    page.save_revision().publish()
    client.force_login(page.facilitator)
    programme = section(client, page, "Programme")

    press(client, programme, "09:00–10:00 Group B", "Earlier")

    assert list(buttons(client.get(programme))) == ["09:00–10:00 Group B", "09:00–10:00 Group A"]


def test_what_is_wrong_is_said_beside_what_was_typed_and_nothing_moves(client, programme, page):
    before = slots(page)
    answer = press(client, programme, "11:00–12:30 What", "Earlier", **{"sessions-2-ends_at": "08:00"})

    assert (answer.status_code, slots(page)) == (400, before)
    (rows,) = answer.context["asked"].rows.values()
    assert [each.words for each in rows.placed if each.is_open] == ["11:00–12:30 What"]
    assert fields(answer)["sessions-2-ends_at"] == ["08:00"]


@pytest.mark.parametrize(
    "value", ["sessions-2-", "sessions-9-earlier", "sessions-x-earlier", "sessions-2-day-99", "key_questions-0-later"]
)
def test_a_button_that_there_is_not_moves_nothing(client, programme, page, value):
    before = slots(page)
    answer = client.post(programme, fields(client.get(programme)) | {"move": value})

    assert (answer.status_code, slots(page)) == (302, before)
