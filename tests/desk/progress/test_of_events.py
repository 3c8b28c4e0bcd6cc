"""What came of an event is counted of what the reader may know of, and of what they may read who says it."""

import pytest

from portal.access.enums import Level
from portal.desk.progress.figures import Figure
from portal.desk.progress.of_events import rows_of_events
from portal.records.models import RecordLink
from portal.taxonomy.models import IdeaState, LinkKind
from practices.partnerships.models import IdeaChange
from tests.factories.capture import Day
from tests.factories.events import make_event
from tests.factories.needs import make_holding
from tests.factories.partnerships import make_idea
from tests.factories.people import editor

pytestmark = pytest.mark.django_db
NOTHING = dict.fromkeys(Figure, 0)


@pytest.fixture
def day():
    return Day(listed_to=Level.PUBLIC)


def figures():
    """By the title of each event what a visitor sees, and what an editor does."""
    rows = [rows_of_events(user) for user in (None, editor())]
    return [{row.label: {each.figure: each.count for each in row.cells} for row in of_one} for of_one in rows]


def test_an_event_that_one_may_not_know_of_is_no_row():
    make_event("Hidden depot", listed_to=Level.OWNER)

    assert figures() == [{}, {"Hidden depot": NOTHING}]


def test_that_an_event_presented_what_one_may_not_know_of_counts_nothing(day):
    hidden = make_holding(title="Hidden depot", listed_to=Level.OWNER)
    day.page.links.add(RecordLink(kind=LinkKind.objects.get(key="presented_at"), target_id=hidden.key))
    day.page.save_revision().publish()

    assert figures() == [{"A workshop": NOTHING}, {"A workshop": NOTHING | {Figure.LISTED: 1}}]


def test_where_a_holding_was_declared_is_for_who_reads_its_details(day):
    holding = make_holding(details_to=Level.OWNER)
    sheet = day.sheet(rows=[{"side": "have", "what": "Hidden depot"}])
    sheet.rows.update(became=holding.identity)

    assert figures() == [{"A workshop": NOTHING}, {"A workshop": NOTHING | {Figure.LISTED: 1}}]


def test_where_a_completed_idea_was_born_is_for_who_reads_its_details(day):
    idea = make_idea(born_event=day.event, details_to=Level.OWNER)
    IdeaChange.objects.create(identity=idea.identity, state=IdeaState.objects.get(key="completed"))

    assert figures() == [{"A workshop": NOTHING}, {"A workshop": NOTHING | {Figure.COMPLETED: 1}}]
