"""What "the actions of an event" are: its page, the progress page, the proceedings and the mail say the same."""

from datetime import date

import pytest
from django.test import Client

from events.actions.at_events import each_ever_at
from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.services import carry_over, report_progress
from events.proceedings.became import became_of
from events.proceedings.collecting import proceedings_for
from portal.access.enums import Level
from portal.desk.progress.figures import Figure
from portal.desk.progress.of_events import rows_of_events
from tests.factories.actions import day, make_action
from tests.factories.events import make_event
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


class Row:
    """Three events in a row, and actions that went from one to the next, or back."""

    def __init__(self):
        self.editor, self.member = editor(), member_of(OrganisationFactory())
        self.events = [make_event(f"Event {n}", starts_on=date(2026, n, 1), ends_on=None) for n in (1, 2, 3)]
        for event in self.events:
            decide(event, listed_to=Level.PUBLIC)
        done, back, late, self.hidden = (self.begun(title) for title in ("Done", "Back", "Late", "Hidden"))
        self.carried(done, 1, 2)
        self.carried(back, 1, 0)
        self.carried(late, 1)
        self.carried(self.hidden, 1, 2)
        report_progress(action=done, by=self.editor, state="done", note="Sent")
        FollowUpAction.objects.filter(pk=late.pk).update(due_on=day(-3))
        decide(self.hidden, listed_to=Level.OWNER, owner=None, custodian=None)

    def begun(self, title):
        return make_action(title, by=self.editor, origin=Origin(event=self.events[0].identity))

    def carried(self, action, *to):
        for place in to:
            carry_over(actions=[action], to_event=self.events[place].identity, by=self.editor)
            action.refresh_from_db()


@pytest.fixture
def row():
    return Row()


def titles(actions):
    return {action.title for action in actions}


def test_begun_there_standing_there_ever_there_and_gone(row):
    known = FollowUpAction.objects.visible_to(row.member)
    keys = [event.key for event in row.events]

    assert [titles(known.begun_at([key])) for key in keys] == [{"Done", "Back", "Late"}, set(), set()]
    assert [titles(known.now_at([key])) for key in keys] == [{"Back"}, {"Late"}, {"Done"}]
    assert [titles(known.ever_at([key])) for key in keys] == [
        {"Done", "Back", "Late"},
        {"Done", "Back", "Late"},
        {"Done"},
    ]
    assert [titles(known.left(key)) for key in keys] == [{"Done", "Late"}, {"Done", "Back"}, set()]


def test_of_many_events_at_once_it_is_what_is_said_of_one(row):
    known = FollowUpAction.objects.visible_to(row.editor)
    keys = [event.key for event in row.events]

    pairs = list(each_ever_at(keys[1:], known))

    assert len(pairs) == len(set(pairs))
    assert set(pairs) == {(key, action) for key in keys[1:] for action in known.ever_at([key])}


def test_each_page_counts_the_same(row):
    of_all = {each.label: each for each in rows_of_events(row.member)}
    client = Client()
    client.force_login(row.member)
    seen = []
    for event in row.events:
        context = client.get(f"/actions/of/{event.identity.code}/").context
        figures, became, told = context["figures"], became_of(event.key, row.member), of_all[event.title]
        proceedings = proceedings_for(event, row.member).actions

        assert figures.total == len(proceedings) == figures.done + figures.open + figures.dropped
        assert figures.done == became.done == told.cell(Figure.DONE).count
        assert figures.late == became.late == told.cell(Figure.LATE).count
        assert figures.open == became.still_open
        assert figures.carried_over == len(context["gone"]) == told.cell(Figure.CARRIED).count
        seen.append((figures.done, figures.open, figures.late, figures.carried_over))

    assert seen == [(1, 2, 1, 2), (1, 2, 1, 2), (1, 0, 0, 0)]
