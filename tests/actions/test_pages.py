"""List, board, page and forms of actions, as their readers get them."""

from uuid import uuid4

import pytest
from django.test import Client

from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.services import carry_over, edit_action, report_progress
from portal.access.enums import Level
from portal.linkage.queries import links_of
from tests.factories.actions import day, in_order, make_action, make_event
from tests.factories.events import make_event as make_event_page
from tests.factories.events import make_session
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def page(user, path):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path)


def send(user, path, data):
    client = Client()
    client.force_login(user)
    return client.post(path, data)


def test_from_an_action_to_its_session_and_what_it_led_to_in_one_click(scene):
    key, result = uuid4(), make_record(title="The case that came of it")
    action = make_action(by=scene.maker, origin=Origin(event=scene.event, session_key=key))
    words = {"title": action.title, "details": ""}
    edit_action(action=action, by=scene.maker, led_to=[result.identity], **words)
    text = page(scene.stranger, action.get_absolute_url()).content.decode()

    assert links_of(action.key, None) == []
    assert f"#s-{key.hex[:8]}" in text
    assert result.url in text
    said = {(link.label, link.end.code, link.is_incoming) for link in links_of(scene.event.pk, scene.stranger)}
    assert said == {("led to the action", action.code, True)}
    assert [link.end.code for link in links_of(result.key, scene.stranger)] == [action.code]


def test_an_event_one_may_not_know_of_is_nowhere(scene):
    closed = make_event("A closed meeting", listed_to=Level.OWNER, owner=scene.host)
    action = make_action("Go on", by=scene.maker, origin=Origin(event=closed, session_key=uuid4()))
    for path in (action.get_absolute_url(), "/actions/", "/actions/board/", "/actions.csv"):
        answer = page(scene.stranger, path)
        text = b"".join(answer).decode() if answer.streaming else answer.content.decode()
        assert "Go on" in text
        assert "closed meeting" not in text
        assert "#s-" not in text
    assert page(scene.stranger, f"/actions/of/{closed.code}/").status_code == 404
    assert page(scene.facilitator, f"/actions/of/{closed.code}/").status_code == 200


def test_what_one_may_not_know_of_is_absent(scene):
    url = scene.action.get_absolute_url()
    absent = page(None, "/actions/nothing-here/")

    assert page(None, url).status_code == 404
    assert page(None, url).content == absent.content
    assert page(scene.stranger, url).status_code == 200
    for path in (f"{url}change/", f"{url}hand-on/", f"/actions/several/?a={scene.action.code}"):
        assert page(scene.stranger, path).status_code == 404
        assert page(scene.maker, path).status_code == 200
    assert send(scene.stranger, url, {"state": "done", "note": "x"}).status_code == 404


def test_list_and_board_say_what_is_late_and_how_often_it_was_carried(scene):
    make_action("Late thing", by=scene.maker, left=-3, origin=Origin(event=scene.event))
    to = make_event("The next workshop", owner=scene.host)
    carry_over(actions=FollowUpAction.objects.all(), to_event=to, by=scene.facilitator)
    make_action("In time", by=scene.maker)
    for path in ("/actions/", "/actions/board/"):
        text = page(scene.stranger, path).content.decode()
        assert text.count("late by 3 days") == 1
        assert "The next workshop" in text
        assert "In time" in text
        assert page(None, path).content.decode().count("Late thing") == 0


def test_the_board_has_the_filters_of_the_list(scene):
    make_action("Ours", organisation=scene.organisation)
    blocked = make_action("Theirs", by=scene.maker)
    report_progress(action=blocked, by=scene.maker, state=State.BLOCKED, note="No key.")
    ours = page(scene.stranger, f"/actions/board/?organisation={scene.organisation.slug}").content.decode()
    stuck = page(scene.stranger, "/actions/board/?state=blocked&colour=red").content.decode()

    assert ("Ours" in ours, "Theirs" in ours) == (True, False)
    assert ("Ours" in stuck, "Theirs" in stuck, "colour" in stuck) == (False, True, True)
    listed = page(scene.stranger, "/actions/?state=blocked").content.decode()
    assert ("Ours" in listed, "Theirs" in listed) == (False, True)


def test_list_and_board_take_few_queries_however_many_there_are(scene, django_assert_max_num_queries):
    for number in range(25):
        make_action(f"Thing {number}", organisation=scene.organisation, origin=Origin(event=scene.event))
    client = Client()
    client.force_login(scene.stranger)
    for path in ("/actions/", "/actions/board/", f"/actions/board/?organisation={scene.organisation.slug}"):
        client.get(path)
        with django_assert_max_num_queries(15):
            assert client.get(path).status_code == 200


def test_a_new_action_keeps_where_it_came_from(scene):
    session = make_session()
    event, key = make_event_page(sessions=[session], listed_to=Level.MEMBERS).identity, session.translation_key
    path = f"/actions/new/?event={event.code}&session={key}"
    said = {
        "title": "Ask the ministry", "organisation": scene.organisation.code, "due_on": day(20).isoformat(),
        "level": "members", "names_person": "no", "names_place": "no", "tells_unpublished": "no",
    }  # fmt: skip
    assert page(None, path).status_code == 302
    wrong = send(scene.maker, path, {**said, "due_on": day(-1).isoformat()})
    assert (wrong.status_code, "Ask the ministry" in wrong.content.decode()) == (400, True)
    assert send(scene.maker, path, said).status_code == 302

    made = FollowUpAction.objects.get()
    assert (made.origin_event, made.session_key, made.opened_by) == (event, key, scene.maker)
    # A session of another event is none of this one.
    assert send(scene.maker, f"/actions/new/?event={scene.event.code}&session={key}", said).status_code == 302
    other = FollowUpAction.objects.exclude(pk=made.pk).get()
    assert (other.origin_event, other.session_key) == (scene.event, None)
    hidden = make_event("Hidden", listed_to=Level.OWNER)
    text = page(scene.maker, f"/actions/new/?event={hidden.code}").content.decode()
    assert "Hidden" not in text


def test_names_are_for_members_by_consent_and_addresses_for_who_stands_to_it(scene):
    person = member_of(OrganisationFactory(), is_listed=True, role="Officer")
    person.first_name, person.last_name = "Demo", "Person"
    person.save()
    named = make_action("Named", by=scene.maker, person=person)
    addressed = make_action(
        "Addressed", by=scene.maker, person_email="who@elsewhere.example", organisation=scene.organisation
    )
    decide(named, listed_to=Level.PUBLIC)
    decide(addressed, listed_to=Level.PUBLIC, owner=scene.organisation)

    def text(user, action):
        return page(user, action.get_absolute_url()).content.decode()

    assert "Demo Person" in text(scene.stranger, named)
    assert "Demo Person" not in text(None, named)
    person.member.is_listed = False
    person.member.save()
    assert "Demo Person" not in text(scene.stranger, named)
    assert "who@elsewhere.example" in text(scene.focal_point, addressed)
    assert "who@elsewhere.example" not in text(scene.stranger, addressed)
    assert "who@" not in page(scene.editor, "/actions.csv").getvalue().decode()


def test_handing_on_and_postponing_at_once_by_who_may(scene):
    url, other = scene.action.get_absolute_url(), OrganisationFactory()
    said = {"organisation": other.code, "person_email": "", "due_on": day(50).isoformat(), "note": "They offered."}
    assert send(scene.focal_point, f"{url}hand-on/", said).status_code == 302

    assert [each.act for each in scene.action.updates.all()] == ["open", "change_due", "hand_on"]
    text = page(scene.stranger, url).content.decode()
    assert "They offered." in text
    assert other.name in text


def test_what_is_ticked_is_changed_with_one_note(scene):
    codes = [scene.action.code, make_action(by=scene.maker).code]
    answer = send(scene.maker, "/actions/several/", {"a": codes, "state": "dropped", "note": ""})
    assert answer.status_code == 400
    assert all(f"{code}:" in answer.content.decode() for code in codes)
    assert send(scene.maker, "/actions/several/", {"a": codes, "state": "dropped", "note": "Over."}).status_code == 302
    assert set(FollowUpAction.objects.values_list("state", flat=True)) == {"dropped"}


def test_what_cannot_be_changed_stays_on_the_form_with_what_was_typed(scene):
    over, running = scene.action, make_action(by=scene.maker)
    report_progress(action=over, by=scene.maker, state=State.DROPPED, note="Over.")
    said = {"a": [over.code, running.code], "state": "blocked", "note": "No key yet."}
    answer = send(scene.maker, "/actions/several/", said)
    text = answer.content.decode()

    assert FollowUpAction.objects.get(pk=running.pk).state == "blocked"
    assert (answer.status_code, "1 change kept." in text, "No key yet." in text) == (400, True, True)
    assert (f'value="{over.code}"' in text, f'value="{running.code}"' in text) == (True, False)
    assert f"{over.code}: It is “" in text


def test_carrying_over_by_its_page(scene):
    to = make_event("The next workshop", owner=scene.host)
    in_order(scene.event, to)
    path = f"/actions/of/{to.code}/"
    assert scene.action.title in page(scene.facilitator, f"{path}?from={scene.event.code}").content.decode()
    assert "Carry open actions" not in page(scene.stranger, path).content.decode()
    assert send(scene.stranger, path, {"a": scene.action.code}).status_code == 404
    assert send(scene.facilitator, path, {"a": scene.action.code}).status_code == 302
    text = page(scene.stranger, scene.action.get_absolute_url()).content.decode()

    assert ("The next workshop" in text, "A workshop" in text) == (True, True)
