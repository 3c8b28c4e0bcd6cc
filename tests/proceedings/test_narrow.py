"""What who runs an event is told of its outputs that most readers do not find: those that they may read themselves."""

import pytest

from events.proceedings.narrow import narrow_outputs
from tests.factories.people import editor
from tests.factories.proceedings import Workshop, asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return Workshop()


def test_who_runs_the_event_is_led_to_none_that_they_may_not_read(workshop):
    path = f"/events/{workshop.event.slug}/proceedings/arrange/"

    before = asked(path, workshop.facilitator)
    workshop.outputs["named"].identity.named_organisations.add(workshop.host)
    after = asked(path, workshop.facilitator)

    assert [[each.title for each in answer.context["narrow"]] for answer in (before, after)] == [[], ["finding named"]]
    assert workshop.outputs["named"].identity.code not in before.text


def test_more_people_are_asked_for_by_who_looks_after_it_and_not_by_who_reads_it(workshop):
    people = (workshop.facilitator, workshop.of_named, editor())

    found = [[(each.title, each.may_ask) for each in narrow_outputs(workshop.event.key, user)] for user in people]

    assert found == [[], [("finding named", False)], [("finding named", True)]]
