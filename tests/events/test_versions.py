"""Numbered versions of a programme: what changed, and no word of what stood there before."""

import json
from datetime import date, time

import pytest

from events.enums import Change
from events.models import ProgrammeVersion
from events.versions import versions_of
from tests.factories.events import make_event, make_session

pytestmark = pytest.mark.django_db


def publish(page, sessions=None, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    if sessions is not None:
        page.sessions.set(sessions)
    page.save_revision().publish()
    page.refresh_from_db()


def changes(page):
    return [[(code, key[:8], day) for code, key, day in row.changes] for row in versions_of(page.key)]


def test_each_kind_of_change_makes_a_version_and_other_words_make_none():
    why, what = make_session("Why"), make_session("What", starts_at=time(11), ends_at=None)
    page = make_event(sessions=[why, what])
    publish(page, aim="Another aim")
    why, what = page.sessions.all()
    short = {row.title: row.translation_key.hex[:8] for row in (why, what)}

    what.day = date(2026, 3, 29)
    publish(page, [why, what])
    why.title = "For what reason"
    publish(page, [why, what])
    how = make_session("How", day=date(2026, 3, 29), starts_at=time(15), ends_at=None)
    publish(page, [what, how])
    publish(page, place="Cairo", ends_on=date(2026, 3, 30), title="Another name")

    assert [row.number for row in versions_of(page.key)] == [5, 4, 3, 2, 1]
    assert changes(page) == [
        [("name", "", ""), ("days", "", ""), ("place", "", "")],
        [("removed", "", "2026-03-28"), ("added", how.translation_key.hex[:8], "2026-03-29")],
        [("renamed", short["Why"], "2026-03-28")],
        [("moved", short["What"], "2026-03-29")],
        [],
    ]


def test_another_order_is_one_change():
    first, second = (make_session(title, starts_at=None, ends_at=None, part_of_day="am") for title in ("A", "B"))
    page = make_event(sessions=[first, second])
    one, two = page.sessions.all()
    one.sort_order, two.sort_order = 1, 0
    publish(page, [two, one])

    assert changes(page) == [[(Change.ORDER, "", "")], []]


def test_what_was_taken_out_is_nowhere_to_be_read(client):
    page = make_event(sessions=[make_session("Kept"), make_session("Hushed words", starts_at=time(11), ends_at=None)])
    kept, _hushed = page.sessions.all()
    publish(page, [kept])

    stored = json.dumps(list(ProgrammeVersion.objects.values("says", "changes")))
    text = client.get(page.url).text

    assert "Hushed" not in stored
    assert "Hushed" not in text
    assert "A session was taken out" in text
    assert "(28 March 2026)" in text.replace('<time datetime="2026-03-28">', "").replace("</time>", "")


def test_only_what_its_card_tells_counts_for_who_sees_the_card_alone():
    page = make_event()
    (row,) = page.sessions.all()
    row.title = "Another"
    publish(page, [row])
    publish(page, place="Cairo")

    assert [[version.number for version in versions_of(page.key, of_card=only)] for only in (False, True)] == [
        [3, 2, 1], [3, 1],
    ]  # fmt: skip


def test_a_draft_makes_no_version():
    page = make_event(publish=False)

    assert versions_of(page.key) == []
