"""Figures of a small world, exactly; what is not known is not 0; each counts what its reader may know of."""

import re
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import timezone

from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.services import carry_over, report_progress
from portal.access.enums import Level
from portal.desk.progress.figures import Figure
from portal.desk.progress.marks import StateMark
from portal.desk.progress.of_events import rows_of_events
from portal.desk.progress.of_quarters import AGREED, RUNNING, came_into, rows_of_quarters
from portal.desk.progress.quarters import Quarter, last_quarters
from portal.desk.progress.sentences import sentences_for
from portal.records.confirming import confirm
from portal.records.models import RecordLink
from portal.taxonomy.models import FlowState, IdeaState, LinkKind, NeedState
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from practices.partnerships.models import IdeaChange
from practices.platforms.models import FlowPage
from tests.factories.actions import make_action
from tests.factories.events import make_event
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db


def state(page, model, key):
    page.state = model.objects.get(key=key)
    page.save_revision().publish()


def counts(row):
    return {each.figure: each.count for each in row.cells}


class SmallWorld:
    """One of each for everybody, and a second holding for members; an event that two holdings were presented at."""

    def __init__(self):
        self.event, self.next = make_event("First"), make_event("Second", starts_on=date(2026, 6, 1), ends_on=None)
        link = LinkKind.objects.get(key="presented_at")
        rows = lambda: [RecordLink(kind=link, target_id=self.event.key)]  # noqa: E731  a row belongs to one page
        self.holding = make_record(DataHoldingPage, title="A holding", links=rows())
        make_record(DataHoldingPage, title="For members", links=rows(), listed_to=Level.MEMBERS)
        make_record(DataHoldingPage, title="Fictional", is_demo=True, links=rows())
        self.need, self.flow = make_record(DataNeedPage, links=rows()), make_record(FlowPage, links=rows())
        self.idea = make_idea(born_event=self.event.identity)
        self.editor, self.member = editor(), member_of(OrganisationFactory())

    def move_on(self):
        state(self.need, NeedState, "met")
        state(self.flow, FlowState, "agreed")
        state(self.flow, FlowState, "running")
        confirm(identity=self.holding.identity, by=self.editor)
        done = IdeaState.objects.get(key="completed")
        IdeaChange.objects.create(identity=self.idea.identity, state=done, by=self.editor)
        origin = Origin(event=self.event.identity)
        actions = [make_action(f"Action {n}", by=self.editor, left=9, origin=origin) for n in range(3)]
        report_progress(action=actions[0], by=self.editor, state="done", note="Sent")
        FollowUpAction.objects.filter(pk=actions[1].pk).update(due_on=timezone.localdate() - timedelta(days=1))
        carry_over(actions=actions[1:], to_event=self.next.identity, by=self.editor)
        return self


VISITOR = dict.fromkeys(Figure, 1) | {Figure.DONE: 0, Figure.LATE: 0, Figure.CARRIED: 0}
MEMBER = dict.fromkeys(Figure, 1) | {Figure.LISTED: 2, Figure.CARRIED: 2}


def test_a_quarter_counts_what_its_reader_may_know_of():
    world = SmallWorld().move_on()
    late_in = Quarter.of(timezone.localdate() - timedelta(days=1))
    here = 1 if late_in == Quarter.of(timezone.localdate()) else 0

    found = [counts(rows_of_quarters(user)[0]) for user in (None, world.member)]

    assert found == [VISITOR, MEMBER | {Figure.LATE: here}]


def test_what_was_not_noted_then_is_unknown_and_the_rest_is_nothing():
    SmallWorld().move_on()

    before = counts(rows_of_quarters(None)[1])

    unknown = {Figure.MET, Figure.AGREED, Figure.RUNNING}
    assert before == {figure: None if figure in unknown else 0 for figure in Figure}


def test_what_is_met_when_it_is_first_seen_was_not_met_in_this_quarter():
    make_record(DataNeedPage, state=NeedState.objects.get(key="met"))

    assert counts(rows_of_quarters(None)[0])[Figure.MET] == 0
    assert list(StateMark.objects.values_list("before", "state")) == [(None, "met")]


def test_what_was_agreed_once_is_not_agreed_again():
    steps = ["possible", "agreed", "pilot", "running", "blocked", "pilot", "running", "ended", "agreed"]
    marks = [("flow", before, state, number) for number, (before, state) in enumerate(pairwise(steps))]

    found = [came_into(marks, AGREED, later=RUNNING), came_into(marks, RUNNING)]

    assert [[at for _key, at in each] for each in found] == [[0, 4, 7], [2, 5]]


def test_an_event_counts_what_came_of_it_as_it_stands_today():
    world = SmallWorld().move_on()

    found = [{row.label: counts(row) for row in rows_of_events(user)} for user in (None, world.member)]

    first = dict.fromkeys(Figure, 1) | {Figure.AGREED: 0}
    nothing = dict.fromkeys(Figure, 0)
    assert found == [
        {"First": first | {Figure.DONE: 0, Figure.LATE: 0, Figure.CARRIED: 0}, "Second": nothing},
        {"First": first | {Figure.LISTED: 2, Figure.CARRIED: 2}, "Second": nothing | {Figure.LATE: 1}},
    ]


def test_page_file_and_what_is_behind_a_figure_say_the_same():
    SmallWorld().move_on()
    client, key = Client(), last_quarters()[0].key

    behind = client.get(f"/progress/{key}/holdings-listed/")
    lines = client.get("/progress.csv").getvalue().decode().splitlines()

    assert [end.title for end in behind.context["ends"]] == ["A holding"]
    assert f'"quarter","{key}"' in lines[1]
    assert lines[1].endswith('"1","1","1","1","1","1","0","0","0"')
    assert lines[2].endswith('"0","0","","","","0","0","0","0"')
    for wrong in (f"{key}/nothing-such", "2001-Q1/holdings-listed", f"{last_quarters()[1].key}/needs-met"):
        assert client.get(f"/progress/{wrong}/").status_code == 404


def test_sentences_say_what_there_is_and_nothing_of_what_is_0_or_unknown():
    SmallWorld().move_on()
    now, before = last_quarters()[:2]
    rows = {row.key: row for row in rows_of_quarters(None)}

    found = [dict(sentences_for(rows[each.key], each))["en"] for each in (now, before)]

    assert found[0][0].endswith(": 1 data holding was listed; 1 data holding was confirmed.")
    assert len(found[0]) == 2
    assert found[1] == [f"In {before.label}: nothing to report."]


def test_sentences_are_by_default_those_of_the_newest_quarter_with_figures():
    before = last_quarters()[2]
    empty = Client().get("/progress/").context["chosen"].key
    page = make_record(DataHoldingPage)
    moment = timezone.make_aware(datetime.combine(before.begins_on, datetime.min.time()))
    DataHoldingPage.objects.filter(pk=page.pk).update(first_published_at=moment)
    answer = Client().get("/progress/")

    assert (empty, answer.context["chosen"].key) == (last_quarters()[1].key, before.key)
    assert [Client().get(f"/progress/?quarter={last_quarters()[3].key}").context["chosen"].key] == [
        last_quarters()[3].key
    ]


def test_the_sentences_of_each_language_stand_under_its_name():
    text = Client().get("/ar/progress/").text.partition('id="report"')[2]

    assert re.findall(r"<h3([^>]*)>", text) == [' lang="en" dir="ltr"', ' lang="fr" dir="ltr"', ""]
    assert "English" in text


def test_as_many_queries_for_one_as_for_many():
    client = Client()
    SmallWorld().move_on()
    one = queries_of(client, "/progress/")
    SmallWorld().move_on()

    assert queries_of(client, "/progress/") == one


def test_quarters_of_days_and_moments():
    assert [Quarter.of(date(2026, month, 1)).key for month in (1, 3, 4, 12)] == [
        "2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4",
    ]  # fmt: skip
    assert Quarter(2026, 1).before == Quarter(2025, 4)
    assert Quarter.of(datetime(2026, 3, 31, 12, tzinfo=timezone.get_current_timezone())) == Quarter(2026, 1)
