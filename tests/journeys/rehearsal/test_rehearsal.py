"""The rehearsal: nothing is lost and nothing is there twice, whatever the line drops."""

from collections import Counter

import pytest

from events.actions.models import FollowUpAction
from events.proceedings.models import ProceedingsVersion
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from practices.partnerships.models import IdeaPage

from . import expected, found, reading, walking
from .day import Rehearsal
from .following_up import DONE, DROPPED, HANDED_ON, REPORTED
from .publishing import PUBLIC, publish_past_pages
from .workshop import ACTIONS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", [1])
def test_on_the_days_nothing_is_lost_and_nothing_is_there_twice(seed):
    rehearsal = Rehearsal(seed)
    rehearsal.before()

    assert found.answers() == expected.answers()
    assert found.participants() == expected.participants()
    rehearsal.days()
    _check_days(rehearsal)


def _check_days(rehearsal):
    workshop = rehearsal.workshop
    assert rehearsal.line.broke == []
    assert found.lines(workshop) == expected.lines()
    assert found.joined() == expected.joined()
    assert found.outputs(workshop) == expected.outputs()
    assert found.actions(workshop) == expected.actions()
    assert found.sheets() == expected.sheet_states()
    assert found.drafts() == expected.drafts()


def test_forty_people_sixty_outputs_twenty_five_actions():
    counted = [found.total() for found in (expected.participants(), expected.outputs(), expected.actions())]

    assert counted == [40, 60, 25]


@pytest.mark.parametrize("seed", [2])
def test_what_is_handed_over_is_whole_and_in_order(seed):
    rehearsal = Rehearsal(seed)
    rehearsal.days()
    _check_days(rehearsal)
    for model in (DataHoldingPage, DataNeedPage, IdeaPage):
        publish_past_pages(model.objects.all(), PUBLIC)
    rehearsal.after()
    workshop, people = rehearsal.workshop, rehearsal.people

    assert rehearsal.line.broke == []
    assert _states() == _expected_states()
    assert [version.number for version in ProceedingsVersion.objects.all()] == [1]
    for form in reading.forms():
        told = [reading.told(browser, workshop.first, form) for browser in (people.visitor, people.member)]
        assert told == [(reading.expected(is_member), True) for is_member in (False, True)], (seed, form)
    assert walking.astray(people.member, workshop) == []

    _next_workshops(rehearsal)
    assert rehearsal.line.broke == []


def _next_workshops(rehearsal):
    """Each starts with what is open, and says of each action how often it came along."""
    still_open = {each.word for number, each in enumerate(ACTIONS) if number not in {*DONE, *DROPPED}}
    before = rehearsal.workshop.first
    for times in (1, 2):
        event = rehearsal.carry_on(before)
        assert walking.carried(rehearsal.people.member, event) == dict.fromkeys(still_open, times)
        assert walking.carried(rehearsal.people.member, before).keys().isdisjoint(still_open)
        before = event


def _states():
    """Counts of (word, state, acts of its trail) of all actions."""
    rows = FollowUpAction.objects.prefetch_related("updates")
    return Counter((row.title.split()[0], row.state, tuple(each.act for each in row.updates.all())) for row in rows)


def _expected_states():
    """Each was opened and its words changed once; some were handed on, and some reported on, between."""
    found = Counter()
    for number, each in enumerate(ACTIONS):
        state = next((state for state, numbers in REPORTED.items() if number in numbers), "open")
        acts = ["open", *(["hand_on"] if number in HANDED_ON else []), *(["report"] if state != "open" else []), "edit"]
        found[each.word, state, tuple(acts)] += 1
    return found
