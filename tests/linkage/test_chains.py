"""A chain leads from a session to what came of it, and back, as far as its reader may see each link and each record."""

import pytest
from django.test import Client

from events.actions.origins import Origin
from portal.access.enums import Level
from portal.linkage.chains import chain_of
from tests.factories.actions import make_action
from tests.factories.events import make_event, make_output, make_session
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.platforms import make_flow
from tests.factories.records import make_record
from tests.linkage.test_links import link

pytestmark = pytest.mark.django_db


class Story:
    """A session, an output of it, an idea from that, an action, the flow that it led to, the case that tells of it."""

    def __init__(self, **idea):
        self.session = make_session("How data can be shared")
        self.event = make_event("The workshop", [self.session])
        self.output = make_output("The output", self.event, self.session)
        make_output("Beside it", self.event, self.session)
        self.idea = make_idea("The idea", links=[link("results_from", self.output)], **idea)
        self.action = make_action("The action", origin=Origin(idea=self.idea.identity))
        self.flow = make_flow("The flow")
        self.action.led_to.add(self.flow.identity)
        self.case = make_record(title="The case", links=[link("documents", self.flow)])


def chain(record, user):
    found = chain_of(record.key, user)
    return [step.end.title for step in found.before], [step.end.title for step in found.after]


WHOLE = ["The workshop", "The output", "The idea", "The action", "The flow", "The case"]


def test_from_each_link_the_whole_way_both_back_and_on():
    story, reader = Story(), member_of(OrganisationFactory())
    records = [story.event, story.output, story.idea, story.action, story.flow, story.case]

    for place, record in enumerate(records[1:], start=1):
        assert chain(record, reader) == (WHOLE[:place], WHOLE[place + 1 :])
    before, after = chain(story.event, reader)
    assert (before, after[:2], after[2:]) == ([], ["Beside it", "The output"], WHOLE[2:])


def test_it_leads_to_the_session_and_says_the_days():
    story = Story()

    workshop, output = chain_of(story.idea.key, None).before

    assert [(part.title, part.url) for part in workshop.parts] == [
        ("How data can be shared", f"{story.event.url}#{story.event.sessions.get().anchor}")
    ]
    assert (workshop.day, output.day) == (story.event.starts_on, story.output.identity.created_at.date())


@pytest.mark.parametrize("hidden", [{"listed_to": Level.OWNER}, {"details_to": Level.OWNER}])
def test_beyond_what_one_may_not_see_there_is_nothing(hidden):
    story = Story(**hidden)
    reader = member_of(OrganisationFactory())

    assert chain(story.output, reader)[1] == []
    assert chain(story.action, reader)[0] == ([] if "listed_to" in hidden else ["The idea"])
    assert chain(story.case, reader)[0] == WHOLE[2 + ("listed_to" in hidden) : 5]
    assert chain(story.output, editor())[1] == WHOLE[2:]


def test_a_circle_ends_and_its_page_prints_the_chain():
    first = make_record(title="First")
    second = make_record(title="Second", links=[link("follows_up", first)])
    first.links.add(link("follows_up", second))
    first.save_revision().publish()

    assert chain(first, None) == (["Second"], ["Second"])
    text = Client().get(Story().output.url).text
    assert "Where it comes from, what came of it" in text
    assert "How data can be shared" in text


@pytest.mark.parametrize("number", [1, 5])
def test_any_number_of_records_takes_the_same_queries(django_assert_num_queries, number):
    event = make_event(sessions=[session := make_session()])
    for each in range(number):
        make_idea(f"An idea {each}", links=[link("results_from", make_output(f"Output {each}", event, session))])
    chain_of(event.key, None)

    # What the event says itself, three further steps at once, all that is in it.
    with django_assert_num_queries(3):
        assert len(chain_of(event.key, None).after) == 2 * number
