"""The list, the board and the files of actions: one query for all of them, the most urgent first."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.renewing import renew_late
from events.actions.services import report_progress
from portal.desk.actions.board import SHOWN
from tests.factories.actions import day, make_action, make_event
from tests.factories.partnerships import make_idea

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(scene):
    client = Client()
    client.force_login(scene.stranger)
    return client


def titles(reader, query=""):
    """The actions of the list, of the board and of the file that the same parameters ask for."""
    listed = [each.row.title for each in reader.get(f"/actions/?{query}").context["listing"].hits]
    board = reader.get(f"/actions/board/?{query}").context["board"]
    columns = {row.title for column in board.columns for row in column.rows}
    rows = reader.get(f"/actions.csv?{query}").getvalue().decode().splitlines()[2:]
    feed = reader.get(f"/actions.atom?{query}").getvalue().decode()
    assert columns == set(listed)
    assert [sum(title in row for row in rows) for title in listed] == [1] * len(rows)
    assert all(title in feed for title in listed)
    return listed


def test_what_is_due_first_stands_first_and_what_has_ended_last(scene, reader):
    over = make_action("Ended long ago", by=scene.maker, left=-50)
    report_progress(action=over, by=scene.maker, state=State.DROPPED, note="Over.")
    for left in (20, -2, 5):
        make_action(f"Left {left}", by=scene.maker, left=left)

    assert titles(reader) == ["Left -2", "Left 5", "Left 20", "Ended long ago"]
    assert titles(reader, "sort=title") == ["Ended long ago", "Left -2", "Left 20", "Left 5"]


def test_of_what_has_ended_the_board_shows_the_last_and_the_last_first(scene, reader):
    for left in range(SHOWN + 1):
        action = make_action(f"Over {left}", by=scene.maker, left=left)
        report_progress(action=action, by=scene.maker, state=State.DROPPED, note="Over.")
    for left in (9, 3):
        make_action(f"Left {left}", by=scene.maker, left=left)

    columns = reader.get("/actions/board/").context["board"].columns

    assert {column.state.label: [row.title for row in column.rows] for column in columns if column.rows} == {
        "Open": ["Left 3", "Left 9"], "Dropped": [f"Over {left}" for left in range(SHOWN, 0, -1)],
    }  # fmt: skip


def test_they_are_filtered_by_all_that_they_hang_on(scene, reader):
    other, idea = make_event("Another workshop"), make_idea("One form for all").identity
    make_action("Of the event", by=scene.maker, origin=Origin(event=scene.event), organisation=scene.organisation)
    make_action("Of the other", by=scene.maker, origin=Origin(event=other), left=40)
    make_action("Of the idea", by=scene.maker, origin=Origin(idea=idea), left=-3)

    slugs = {
        facet.name: {each.label: each.key for each in facet.values}
        for facet in reader.get("/actions/").context["listing"].facets
    }
    assert titles(reader, f"event={slugs['event']['Another workshop']}") == ["Of the other"]
    assert titles(reader, f"idea={slugs['idea']['One form for all']}") == ["Of the idea"]
    assert titles(reader, f"organisation={scene.organisation.slug}") == ["Of the event"]
    assert titles(reader, "due=late") == ["Of the idea"]
    assert titles(reader, "due!=late") == ["Of the event", "Of the other"]
    assert titles(reader, f"due=late&organisation={scene.organisation.slug}") == []


def test_overdue_is_so_on_the_day_after_without_anybody_writing(scene, reader):
    action = make_action("Soon", by=scene.maker, left=0)
    make_action("Late", by=scene.maker, left=-9)
    assert titles(reader, "due=late") == ["Late"]
    FollowUpAction.objects.filter(pk=action.pk).update(due_on=day(-1))
    call_command("renew_actions", verbosity=0)

    assert titles(reader, "due=late") == ["Late", "Soon"]
    assert [renew_late(day(number)) for number in (2, 3, 30)] == [1, 0, 0]
    report_progress(action=action, by=scene.maker, state=State.DONE, note="Sent.")
    assert titles(reader, "due=late") == ["Late"]
    assert renew_late(day(0) + timedelta(days=1)) == 0
