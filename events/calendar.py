"""An event as a calendar file (RFC 5545), as far as its reader may read it."""

from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.utils.html import strip_tags
from icalendar import Calendar, Event

from events.versions import versions_of
from portal.records.addresses import path_of

USUAL = 60
"""Minutes of a session that says neither its end nor, by its kind, how long such sessions are."""
PRODUCT = "-//Mine Action IM Portal//Events//EN"


def calendar_of(page, *, with_programme) -> bytes:
    """The file. Each session with a time is an entry of its own; what has days and no hours is told by the event, which
    takes up whole days.

    Entries are known by the keys of event and session, which no change of words or times touches. Without
    `with_programme` it says what the card of the event says, and counts what changed there alone.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", page.title)
    for component in _components(page, with_programme):
        calendar.add_component(component)
    days = [page.starts_on, *(row.day for row in page.sessions.all()), page.last_day]
    years = [day.year for day in days if day]
    if years:
        # The rules of its own years alone: a zone's whole history is longer than any programme.
        calendar.add_missing_timezones(first_date=date(min(years) - 1, 1, 1), last_date=date(max(years) + 2, 1, 1))
    return calendar.to_ical()


def _components(page, with_programme):
    sessions = sorted(page.sessions.all(), key=lambda row: row.place_in_time) if with_programme else []
    timed = [row for row in sessions if row.day and row.starts_at]
    if page.starts_on and (not timed or len(timed) < len(sessions)):
        yield _whole(page)
    versions = versions_of(page.key) if timed else []
    for row in timed:
        yield _session(page, row, versions)


def _whole(page):
    """The event: whole days, the last one with it. They leave people free, since nobody knows the hours."""
    versions = versions_of(page.key, of_card=True)
    entry = _entry(page, page.key, page.title, versions)
    entry.add("dtstart", page.starts_on)
    entry.add("dtend", page.last_day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    if page.summary:
        entry.add("description", page.summary)
    return entry


def _session(page, row, versions):
    entry = _entry(page, row.translation_key, row.title, versions, f"#{row.anchor}")
    begin = datetime.combine(row.day, row.starts_at, page.zone)
    entry.add("dtstart", begin)
    entry.add("dtend", _end_of(row, begin))
    if text := "\n\n".join(filter(None, (row.description, row.objective, row.expected_output))):
        entry.add("description", strip_tags(text))
    return entry


def _end_of(row, begin):
    if row.ends_at:
        return datetime.combine(row.day, row.ends_at, begin.tzinfo)
    usual = (row.session_kind.attributes if row.session_kind else {}).get("typical_minutes")
    # Reckoned in world time: an hour stays an hour in the night in which the clocks change.
    minutes = int(usual) if str(usual or "").isdigit() else USUAL
    return (begin.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(begin.tzinfo)


def _entry(page, key, title, versions, anchor=""):
    entry = Event()
    changed_at = versions[0].published_at if versions else page.last_published_at
    entry.add("uid", str(key))
    entry.add("dtstamp", changed_at.astimezone(UTC).replace(microsecond=0))
    entry.add("last-modified", changed_at.astimezone(UTC).replace(microsecond=0))
    entry.add("sequence", max(len(versions) - 1, 0))
    entry.add("summary", title)
    entry.add("url", f"{settings.SITE_URL}{path_of(page)}{anchor}")
    if page.place:
        entry.add("location", page.place)
    return entry
