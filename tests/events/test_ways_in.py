"""From a session to what comes out of it, and back."""

import pytest
from django.test import Client

from events.actions.origins import Origin
from events.additions import began_at, told_of, under_sessions
from events.attending.models import EventInvitation
from events.outputs.models import OutputPage
from portal.access.enums import Level
from portal.linkage.ends import ends_for
from practices.partnerships.models import IdeaPage
from tests.factories.actions import make_action
from tests.factories.events import make_event, make_output, make_session, with_role
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.records.test_queries import MOST, queries_of

pytestmark = pytest.mark.django_db


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
        began = began_at(event.key, user)
        ends = ends_for({key for sort in began for key in sort}, user)
        found = under_sessions(began, ends).get(session.translation_key, [])
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


@pytest.mark.parametrize("who", ["visitor", "member", "focal point", "facilitator", "editor"])
def test_one_of_each_or_many_take_the_same_queries(who):
    client, counted = Client(), []
    host, helping = OrganisationFactory(), OrganisationFactory()
    make = {
        "member": lambda: member_of(OrganisationFactory(), focal_point=True), "editor": editor,
        "focal point": lambda: member_of(host, focal_point=True), "facilitator": lambda: member_of(helping),
    }  # fmt: skip
    if who in make:
        client.force_login(make[who]())
    for number in (1, 4):
        organisations = [with_role(host, "host"), with_role(helping, "facilitator")]
        sessions = [make_session(f"Session {each}") for each in range(number)]
        event = make_event(sessions=sessions, organisations=organisations)
        for guest in range(number):
            EventInvitation.objects.create(event=event.identity, email=f"guest-{guest}@elsewhere.example")
        for session in event.sessions.all():
            make_output("An output", event, session)
            make_idea("An idea", born_event=event.identity, born_session=session.translation_key)
            make_action(origin=Origin(event=event.identity, session_key=session.translation_key))
        counted.append(queries_of(client, event.url))

    assert counted[0] == counted[1]
    assert counted[0] <= MOST
