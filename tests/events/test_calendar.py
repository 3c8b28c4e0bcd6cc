"""Calendar files, read by the library that mail programs of others use, too."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar

from portal.access.enums import Level
from tests.events.test_versions import publish
from tests.factories.events import make_event, make_session
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")


def asked(page, user=None, prefix=""):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(f"{prefix}/events/{page.slug}.ics")


def entries(page, user=None):
    calendar = Calendar.from_ical(asked(page, user).content)
    return {str(entry["summary"]): entry for entry in calendar.walk("VEVENT")}


def offset(entry, name="dtstart"):
    return entry[name].dt.utcoffset()


def test_times_are_right_on_both_sides_of_the_night_in_which_clocks_change():
    days = (date(2026, 3, 28), date(2026, 3, 29))
    page = make_event(sessions=[make_session("Before", days[0]), make_session("After", days[1])])

    response = asked(page)
    calendar = Calendar.from_ical(response.content)
    found = entries(page)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Paris"]
    assert {title: entry["dtstart"].dt for title, entry in found.items()} == {
        "Before": datetime(2026, 3, 28, 9, tzinfo=PARIS), "After": datetime(2026, 3, 29, 9, tzinfo=PARIS),
    }  # fmt: skip
    assert [offset(found[title]) for title in ("Before", "After")] == [timedelta(hours=1), timedelta(hours=2)]


def test_its_own_time_zones_say_the_same_as_the_database():
    """A program that knows no names of zones reckons by the VTIMEZONE alone."""
    page = make_event(sessions=[make_session("Before"), make_session("After", date(2026, 3, 29))])
    (zone,) = Calendar.from_ical(asked(page).content).walk("VTIMEZONE")

    own = zone.to_tz(lookup_tzid=False)

    for moment in (datetime(2026, 3, 28, 12), datetime(2026, 3, 29, 12), datetime(2026, 7, 1, 12)):
        assert own.utcoffset(moment) == PARIS.utcoffset(moment)


def test_what_has_no_hours_is_a_whole_day():
    page = make_event(sessions=[make_session(starts_at=None, ends_at=None, part_of_day="am")], place="Amman, Jordan")

    (entry,) = entries(page).values()

    assert (str(entry["uid"]), str(entry["location"])) == (str(page.key), "Amman, Jordan")
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2026, 3, 28), date(2026, 3, 30))


def test_an_update_keeps_identity_and_counts_up():
    page = make_event()
    (row,) = page.sessions.all()
    before = entries(page)["Who has what data"]
    row.title, row.starts_at, row.ends_at = "Another name", time(14), time(15)
    publish(page, [row])
    publish(page, aim="An aim that no calendar tells")
    after = entries(page)["Another name"]

    assert before["uid"] == after["uid"] == str(row.translation_key)
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["last-modified"].dt >= before["last-modified"].dt


def test_who_sees_the_card_alone_gets_the_days_and_no_session():
    page = make_event(details_to=Level.MEMBERS)

    assert list(entries(page)) == ["A workshop"]
    assert list(entries(page, member_of(OrganisationFactory()))) == ["Who has what data"]


def test_a_hidden_event_answers_as_one_that_is_not_there():
    page = make_event(listed_to=Level.MEMBERS)

    hidden = asked(page)
    absent = Client().get("/events/nothing-here.ics")

    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert asked(page, member_of(OrganisationFactory()), "/fr").status_code == 200
