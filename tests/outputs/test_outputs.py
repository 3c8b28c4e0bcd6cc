"""Outputs: where they come from is told as far as one may read the event; they begin for those who took part."""

import pytest
from django.test import Client

from events.outputs.enums import What
from events.outputs.models import OutputPage
from portal.access.enums import Level
from portal.linkage.queries import links_of
from portal.records.registry import kind
from portal.taxonomy.models import BarrierKind
from tests.factories.events import make_event, make_output, make_question, make_session
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db


def answer_of(path, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path)


def facts_of(path, user=None):
    return {hit.title: dict(hit.facts) for hit in answer_of(path, user).context["listing"].hits}


@pytest.fixture
def session():
    return make_session("How data can be shared")


def test_they_begin_for_those_who_took_part():
    found = kind("output")

    assert (found.prefix, found.listed_to, found.details_to) == ("OU", Level.NAMED, Level.NAMED)


def test_event_session_and_question_are_told_to_who_may_read_the_event(session):
    question = make_question("Which form is enough?")
    event = make_event("A closed event", [session], key_questions=[question], listed_to=Level.MEMBERS)
    output = make_output("A finding", event, session, question=question.translation_key, what=What.ANSWER)

    visitor, member = (answer_of(output.url, user).text for user in (None, member_of(OrganisationFactory())))

    words = ("A closed event", "How data can be shared", "Which form is enough?")
    assert [each for each in words if each in visitor] == []
    assert [each for each in words if each not in member] == []
    assert f"{event.url}#s-{session.translation_key.hex[:8]}" in member


def test_rows_of_the_list_say_the_session_to_who_may_read_it(session):
    event = make_event("A closed event", [session], listed_to=Level.MEMBERS)
    make_output("A finding", event, session)

    told = [facts_of("/outputs/", user)["A finding"] for user in (None, member_of(OrganisationFactory()))]

    assert [each.get("Session") for each in told] == [None, "How data can be shared"]
    assert [each["What it is"] for each in told] == ["Finding", "Finding"]


def test_who_knows_its_card_alone_is_told_no_session(session):
    event = make_event(sessions=[session])
    make_output("A finding", event, session, details_to=Level.OWNER)

    told = [facts_of("/outputs/", user)["A finding"] for user in (member_of(OrganisationFactory()), editor())]

    assert [(each.get("Session"), each.get("Event")) for each in told] == [
        (None, None), ("How data can be shared", event.title),
    ]  # fmt: skip


def test_under_its_session_it_stands_for_who_may_read_that_it_came_of_it(session):
    event = make_event(sessions=[session])
    make_output("A finding", event, session)
    make_output("Hidden depot", event, session, details_to=Level.OWNER)

    texts = [answer_of(event.url, user).text for user in (None, member_of(OrganisationFactory()), editor())]

    told = [{title for title in ("A finding", "Hidden depot") if title in text} for text in texts]
    assert told == [{"A finding"}, {"A finding"}, {"A finding", "Hidden depot"}]


def test_both_ends_say_so(session):
    event = make_event(sessions=[session])
    output = make_output("A finding", event, session)

    assert [(link.label, link.end.key) for link in links_of(output.key, None)] == [("came out of", event.key)]
    assert [(link.label, link.end.key) for link in links_of(event.key, None)] == [("led to", output.key)]


def test_facets_find_them_by_what_they_are_their_barrier_and_their_event(session):
    event = make_event(sessions=[session])
    barrier = BarrierKind.objects.get(key="different_place_codes")
    make_output("In the way", event, session, what=What.BARRIER, barrier_kind=barrier)
    make_output("Found", event, what=What.FINDING)
    make_output("Elsewhere", what=What.DECISION)

    found = {query: set(facts_of(f"/outputs/?{query}")) for query in (
        "output=barrier", "barrier=standards", f"event={event.slug}", "output=finding",
    )}  # fmt: skip

    assert list(found.values()) == [{"In the way"}, {"In the way"}, {"In the way", "Found"}, {"Found"}]


def test_a_list_asks_the_same_number_of_queries_for_one_and_for_many(session):
    client = Client()
    client.force_login(editor())
    event = make_event(sessions=[session])
    make_output("One", event, session)
    one = queries_of(client, "/outputs/")
    for number in range(3):
        make_output(f"More {number}", event, session)

    assert queries_of(client, "/outputs/") == one


def test_short_form_offers_the_sessions_of_its_event_and_keeps_the_one_chosen(session):
    event = make_event(sessions=[session])
    client = Client()
    client.force_login(member_of(OrganisationFactory()))
    first = {"title": "A finding", "what": "finding", "text": "Found", "event": event.key, "continue": "yes"}

    screen = client.post("/contribute/outputs/", first)
    offered = client.get(screen.url).context["asked"].fields_form.fields["session"].choices
    client.post(screen.url, {"session": str(session.translation_key), "continue": "yes"})

    page = OutputPage.objects.get().get_latest_revision_as_object()
    assert list(offered) == [("", "—"), (str(session.translation_key), "How data can be shared")]
    assert (page.event_id, page.session) == (event.key, session.translation_key)


def test_a_kind_of_barrier_beside_a_finding_is_refused():
    client = Client()
    client.force_login(member_of(OrganisationFactory()))
    barrier = BarrierKind.objects.first().pk

    response = client.post("/contribute/outputs/", {"title": "A finding", "what": "finding", "barrier_kind": barrier})

    assert response.status_code == 400
    assert "Leave it empty, or choose “Barrier”" in response.text
