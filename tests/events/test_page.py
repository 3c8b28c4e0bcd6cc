"""The page and the list of events: when and where on the card, the programme for who may read it."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client

from events.coming import next_event
from events.enums import Standing
from events.models import EventContribution, EventPage
from events.shown import contributed_to, programme_of
from portal.access.enums import Level, Zone
from portal.records.files import readable_documents
from portal.records.registry import kind
from portal.search.models import RecordDocument
from tests.factories.events import make_event, make_output, make_session
from tests.factories.media import DocumentFactory
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db
CARD = {
    "title", "summary", "organisations", "owner", "custodian", "sectors", "countries", "coverage", "licence",
    "reviewed_on", "review_due_on", "event_format", "state", "starts_on", "ends_on", "from_year", "to_year",
    "time_zone", "mode", "place", "series",
}  # fmt: skip


def text_of(path, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path).text


def test_card_of_an_event_is_what_the_table_says():
    assert {field.name for field in kind("event").fields if field.zone is Zone.CARD} == CARD


def test_it_begins_for_members():
    found = kind("event")

    assert (found.prefix, found.listed_to, found.details_to) == ("EV", Level.MEMBERS, Level.MEMBERS)


def test_card_tells_days_and_place_and_not_the_programme():
    page = make_event(
        place="Amman, Jordan", aim="To share lessons", online_url="https://meet.example.org/",
        sessions=[make_session(facilitators="Invited speakers")], details_to=Level.MEMBERS,
    )  # fmt: skip

    visitor, member = text_of(page.url), text_of(page.url, member_of(OrganisationFactory()))

    told = ("28 March 2026", "29 March 2026", "Amman, Jordan")
    closed = ("Who has what data", "Invited speakers", "09:00", "To share lessons", "meet.example.org")
    assert [part for part in (*told, *closed) if part in visitor] == list(told)
    assert [part for part in (*told, *closed) if part not in member] == []


def test_programme_stands_by_day_in_the_order_of_its_hours():
    second = date(2026, 3, 29)
    page = make_event(sessions=[
        make_session("Last", second, starts_at=None, ends_at=None, part_of_day="pm"),
        make_session("Ten", starts_at=time(10), ends_at=None),
        make_session("Some morning", starts_at=None, ends_at=None, part_of_day="am"),
        make_session("Nine", starts_at=time(9), ends_at=None),
        make_session("Some day", None, starts_at=None, ends_at=None),
    ])  # fmt: skip

    days = programme_of(page, contributed_to(page, set()), {})

    assert [(day.day, [slot.row.title for slot in day.slots]) for day in days] == [
        (date(2026, 3, 28), ["Some morning", "Nine", "Ten"]), (second, ["Last"]), (None, ["Some day"]),
    ]  # fmt: skip


def test_a_session_has_an_address_that_stays():
    page = make_event()
    (before,) = page.sessions.all()
    page.save_revision().publish()
    page.refresh_from_db()
    (after,) = EventPage.objects.get(pk=page.pk).sessions.all()

    assert after.translation_key == before.translation_key
    assert f'id="s-{after.translation_key.hex[:8]}"' in text_of(page.url)


def test_contributions_stand_under_their_session_and_documents_open_with_the_event():
    session, document = make_session(), DocumentFactory(title="Slides")
    rows = [
        EventContribution(title="A talk", session=session.translation_key, document=document),
        EventContribution(title="A paper", url="https://example.org/paper"),
    ]
    page = make_event(sessions=[session], contributions=rows, details_to=Level.MEMBERS)

    readers = (member_of(OrganisationFactory()), None)
    open_to = (readable_documents({document.pk}, reader) for reader in readers)
    (slot,), (hidden,) = (programme_of(page, contributed_to(page, each), {})[0].slots for each in open_to)

    assert [(each.row.title, each.document_url) for each in slot.contributions] == [("A talk", document.url)]
    assert [each.document_url for each in hidden.contributions] == [""]


def test_outputs_stand_under_their_session_for_who_may_read_them():
    session = make_session()
    page = make_event(sessions=[session])
    for title, level in (("For all", Level.PUBLIC), ("For members", Level.MEMBERS), ("For editors", Level.OWNER)):
        make_output(title, page, session, listed_to=level)
    make_output("Of the whole", page)

    texts = [text_of(page.url, user) for user in (None, member_of(OrganisationFactory()), editor())]

    titles = ("For all", "For members", "For editors", "Of the whole")
    assert [[title for title in titles if title in text] for text in texts] == [
        ["For all", "Of the whole"], ["For all", "For members", "Of the whole"], list(titles),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "standing"),
    [
        (None, None, Standing.COMING),
        (date(2026, 5, 2), None, Standing.COMING),
        (date(2026, 5, 1), None, Standing.NOW),
        (date(2026, 4, 29), date(2026, 5, 1), Standing.NOW),
        (date(2026, 4, 30), None, Standing.PAST),
    ],
)
def test_where_it_stands_follows_from_its_days(first, last, standing):
    assert EventPage(starts_on=first, ends_on=last).standing_on(date(2026, 5, 1)) == standing


def test_lists_are_ordered_by_day_and_renewed_as_events_pass(client, settings):
    make_event("Long ago", starts_on=date(2019, 3, 20), ends_on=None)
    make_event("Far ahead", starts_on=date(2100, 3, 20), ends_on=None)
    make_event("Some day", starts_on=None, ends_on=None)
    call_command("renew_events", verbosity=0)

    titles = [hit.title for hit in client.get("/events/").context["listing"].hits]
    past = [hit.title for hit in client.get("/events/?state=past").context["listing"].hits]

    assert (titles, past) == (["Far ahead", "Long ago", "Some day"], ["Long ago"])


def test_a_programme_of_many_sessions_takes_the_queries_of_a_short_one(client):
    client.force_login(member_of(OrganisationFactory()))
    few, many = make_event("Brief"), make_event("Large", [make_session(f"Session {number}") for number in range(12)])
    for page in (few, many):
        for row in page.sessions.all():
            make_output(f"Of {row.title}", page, row)

    assert queries_of(client, many.url) == queries_of(client, few.url)


def test_it_does_not_end_before_it_begins():
    with pytest.raises(ValidationError, match="end before it begins"):
        EventPage(title="X", starts_on=date(2026, 5, 2), ends_on=date(2026, 5, 1)).clean()


def test_the_next_event_is_the_first_real_one_to_come():
    make_event("Past", starts_on=date(2019, 3, 20), ends_on=None)
    make_event("Later", starts_on=date(2101, 3, 20), ends_on=None)
    make_event("Fictional", starts_on=date(2100, 3, 18), is_demo=True, ends_on=None)
    make_event("For members", starts_on=date(2100, 3, 19), ends_on=None, listed_to=Level.MEMBERS)
    make_event("Next", starts_on=date(2100, 3, 20), ends_on=None, place="Amman")

    found = [next_event(user) for user in (None, member_of(OrganisationFactory()))]

    assert [(each.title, each.dates, each.place) for each in found] == [
        ("Next", "20 March 2100", "Amman"), ("For members", "19 March 2100", ""),
    ]  # fmt: skip


def test_projection_has_its_day():
    page = make_event()

    assert RecordDocument.objects.get(identity=page.key).takes_place_on == date(2026, 3, 28)
