"""From a session to what comes out of it, and back."""

import pytest
from django.test import Client

from events.actions.origins import Origin
from events.outputs.models import OutputPage
from events.standing import told_of, under_sessions
from portal.access.enums import Level
from practices.partnerships.models import IdeaPage
from tests.factories.actions import make_action
from tests.factories.events import make_event, make_output, make_session
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, member_of
from tests.records.test_queries import WHO_READS, queries_of

pytestmark = pytest.mark.django_db
MOST_OF_AN_EVENT = 30
"""Six sorts of rows, and three sorts of entries that began there: five more than a page of one entry may ask (25)."""
OF_WHO_READS = 10
"""Whether they run it, and what they are offered for it."""


def test_what_was_born_at_a_session_stands_under_it_as_far_as_one_may_know_of_it():
    session, member = make_session(), member_of(OrganisationFactory())
    event = make_event(sessions=[session])
    born = {"born_event": event.identity, "born_session": session.translation_key}
    make_idea("An idea", **born)
    make_idea("A hidden idea", **born, details_to=Level.OWNER)
    origin = Origin(event=event.identity, session_key=session.translation_key)
    make_action("An action", origin=origin)
    make_action("A hidden action", origin=origin, level=Level.OWNER)

    def under(user):
        found = under_sessions(event.key, user).get(session.translation_key, [])
        return [[end.title for end in ends] for _label, ends in found]

    assert under(member) == [["An idea"], ["An action"]]
    assert under(None) == [["An idea"]]
    assert [told_of([event.key], user) for user in (member, None)] == [{event.key: [("Open actions", "1")]}, {}]


def test_a_session_leads_to_forms_that_know_it():
    session, client = make_session(), Client()
    event = make_event(sessions=[session])
    assert "Add an output" not in client.get(event.url).text
    client.force_login(member_of(OrganisationFactory()))
    begun = f"?event={event.identity.code}&amp;session={session.translation_key.hex}"
    text = client.get(event.url).text
    paths = ("/contribute/outputs/", "/actions/new/", "/contribute/partnerships/")
    assert [path for path in paths if f'href="{path}{begun}"' not in text] == []

    first = client.get(f"/contribute/outputs/{begun}".replace("&amp;", "&")).context["asked"]
    form = first.fields_form
    sent = {"title": "Found", "what": "finding", "text": "Words", "event": form["event"].value(), **dict(first.carried)}
    client.post("/contribute/outputs/", {**sent, "continue": "yes"})
    page = OutputPage.objects.get()
    assert (page.event_id, page.session) == (event.key, session.translation_key)

    asked = client.get(f"/contribute/partnerships/{begun}".replace("&amp;", "&")).context["asked"]
    client.post("/contribute/partnerships/", {"title": "Together", **dict(asked.carried)})
    idea = IdeaPage.objects.get()
    assert (idea.born_event_id, idea.born_session) == (event.key, session.translation_key)


def test_a_session_of_another_event_or_a_closed_event_fills_in_nothing():
    elsewhere, client = make_session(), Client()
    make_event("Other", sessions=[elsewhere])
    event, closed = make_event(sessions=[make_session()]), make_event("Closed", details_to=Level.OWNER)
    client.force_login(member_of(OrganisationFactory()))

    def begun(event, session):
        query = f"event={event.identity.code}&session={session.translation_key.hex}"
        page = client.get(f"/contribute/outputs/?{query}").context["asked"].page
        return page.event_id, page.session

    assert begun(event, elsewhere) == (event.key, None)
    assert begun(closed, closed.sessions.first()) == (None, None)


@pytest.mark.parametrize("signed_in", [False, True])
def test_one_of_each_or_many_take_the_same_queries(signed_in):
    client, counted = Client(), []
    if signed_in:
        client.force_login(member_of(OrganisationFactory(), focal_point=True))
    for number in (1, 4):
        event = make_event(sessions=[make_session(f"Session {each}") for each in range(number)])
        for session in event.sessions.all():
            make_output("An output", event, session)
            make_idea("An idea", born_event=event.identity, born_session=session.translation_key)
            make_action(origin=Origin(event=event.identity, session_key=session.translation_key))
        counted.append(queries_of(client, event.url))

    assert counted[0] == counted[1]
    assert counted[0] <= MOST_OF_AN_EVENT + (WHO_READS + OF_WHO_READS) * signed_in
