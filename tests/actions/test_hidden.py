"""What one may not know of is told by no list, form, mail or button of actions, and nothing is done with it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from events.actions.mails import told_of_late, told_of_one
from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.queries import events_with_open_actions, of_person, of_spoken_for
from events.actions.reading import rows_by_key
from events.actions.rights import runs
from events.actions.services import carry_over, edit_action
from events.additions import began_at
from portal.access.enums import Level, TextSensitivity
from portal.access.models import AuditEntry
from portal.access.services import READ, REFUSED
from portal.records.models import RecordOrganisation, RecordPage
from portal.search.query import unknown_value
from portal.taxonomy.models import ParticipantRole
from tests.factories.actions import day, in_order, make_action, make_event
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
HIDDEN = "Hidden depot"


def hide(record):
    """From everybody but editors."""
    decide(record, listed_to=Level.OWNER, owner=None, custodian=None)


def signed(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def both(scene):
    """Makes two actions alike: one that its people know of, one that they do not."""

    def make(**said):
        facts = {"by": scene.maker, "organisation": scene.organisation, "origin": Origin(event=scene.event), **said}
        known, hidden = make_action("Send the list", **facts), make_action(HIDDEN, **facts)
        hide(hidden)
        return known, hidden

    return make


def test_under_the_sessions_of_its_event(scene, both):
    known, _ = both()

    assert {key for sort in began_at(scene.event.pk, scene.stranger) for key in sort} == {known.key}


def test_in_what_waits_for_a_person_and_an_organisation(scene, both):
    known, _ = both(person=scene.colleague)

    assert set(of_person(scene.colleague)) == {known}
    assert set(of_spoken_for(scene.focal_point)) == {known}


def test_in_rows_of_what_was_found_a_moment_ago(scene, both):
    known, hidden = both()

    assert set(rows_by_key([known.key, hidden.key], scene.stranger)) == {known.key}


def test_in_the_mail_of_what_is_late(scene, both):
    known, _ = both(left=-3)
    told = told_of_late(scene.facilitator, {"event": scene.event.pk.hex})

    assert ([each.code for each in told["actions"]], told["count"]) == ([known.code], 1)


def test_in_mails_the_organisation_of_who_asks(scene):
    known, hidden = OrganisationFactory(), OrganisationFactory()
    decide(known, listed_to=Level.MEMBERS)
    hide(hidden)
    asked = {
        organisation: make_action(by=member_of(organisation), organisation=scene.organisation)
        for organisation in (known, hidden)
    }
    told = {who: told_of_one(scene.focal_point, {"action": action.key.hex}) for who, action in asked.items()}

    assert {who: said["action"].asker for who, said in told.items()} == {known: known.short_name, hidden: ""}


def test_among_the_events_to_carry_from(scene):
    to, of_hidden, closed = make_event("To"), make_event("With a hidden action"), make_event(HIDDEN)
    in_order(scene.event, of_hidden, closed, to)
    actions = [make_action(origin=Origin(event=event)) for event in (scene.event, of_hidden, closed)]
    hide(actions[1])
    hide(closed)

    assert set(events_with_open_actions(scene.stranger, before=to.pk)) == {scene.event}


def test_whom_an_event_names_run_it_as_long_as_they_know_of_it(scene):
    facilitating, to = OrganisationFactory(), make_event("The next workshop")
    RecordOrganisation.objects.create(
        record=RecordPage.objects.get(translation_key=to.pk),
        organisation=facilitating,
        role=ParticipantRole.objects.get(key="facilitator"),
    )
    user = member_of(facilitating)
    mine = make_action(by=user, origin=Origin(event=scene.event))
    assert runs(user, to)
    hide(to)

    assert not runs(user, to)
    with pytest.raises(PermissionDenied):
        carry_over(actions=[mine], to_event=to, by=user)


def test_among_what_a_new_one_came_out_of(scene):
    event, idea = make_event(HIDDEN, listed_to=Level.OWNER), make_idea("One form", listed_to=Level.MEMBERS).identity
    said = {
        "title": "Ask the ministry", "organisation": scene.organisation.code, "due_on": day(20).isoformat(),
        "level": "members", "names_person": "no", "names_place": "no", "tells_unpublished": "no",
    }  # fmt: skip
    answer = signed(scene.maker).post(f"/actions/new/?event={event.code}&idea={idea.code}", said)
    made = FollowUpAction.objects.get()

    assert (answer.status_code, made.origin_event, made.idea) == (302, None, idea)


def test_as_a_filter_of_the_board(scene):
    closed = make_event(HIDDEN, listed_to=Level.OWNER)
    make_action("Go on", origin=Origin(event=closed))
    make_action("Stay", origin=Origin(event=scene.event))
    facets = signed(scene.editor).get("/actions/").context["listing"].facets
    (slug,) = [each.key for facet in facets if facet.name == "event" for each in facet.values if each.label == HIDDEN]

    def seen(user):
        board = signed(user).get(f"/actions/board/?event={slug}").context["board"]
        return board.chosen, board.notices, {row.title for column in board.columns for row in column.rows}

    assert seen(scene.editor) == ([HIDDEN], [], {"Go on"})
    assert seen(scene.stranger) == ([], [unknown_value("event", slug)], {"Go on", "Stay"})


def test_the_page_of_an_event_is_refused_and_that_is_logged(scene):
    hide(scene.event)

    assert signed(scene.stranger).get(f"/actions/of/{scene.event.code}/").status_code == 404
    logged = AuditEntry.objects.filter(action=REFUSED).values_list("identity", "by")
    assert list(logged) == [(scene.event.pk, scene.stranger.pk)]


def test_who_reads_the_card_alone_is_not_logged_as_a_reader_of_the_details(scene):
    action = make_action(by=scene.maker, organisation=scene.organisation, sensitivity=TextSensitivity.HIGH)
    for user in (scene.stranger, scene.colleague):
        assert signed(user).get(action.get_absolute_url()).status_code == 200

    logged = AuditEntry.objects.filter(action=READ).values_list("identity", "by")
    assert list(logged) == [(action.key, scene.colleague.pk)]


def test_it_is_carried_no_more_than_what_there_is_not(scene, both):
    known, hidden = both()
    to = make_event("The next workshop", owner=scene.host)
    answers = [
        signed(scene.facilitator).post(f"/actions/of/{to.code}/", {"a": codes}).status_code
        for codes in (["FA-2222"], [hidden.code], [hidden.code, known.code])
    ]

    assert answers == [302, 302, 302]
    assert set(FollowUpAction.objects.filter(carried_to=to)) == {known}


def test_among_several_who_made_it_finds_it_no_more(scene, both):
    known, hidden = both()
    client, codes = signed(scene.maker), [known.code, hidden.code]
    rows = client.get("/actions/several/", {"a": codes}).context["rows"]
    answer = client.post("/actions/several/", {"a": codes, "state": "dropped", "note": "Over."})

    assert [row.code for row in rows] == [known.code]
    assert (answer.status_code, set(FollowUpAction.objects.open())) == (302, {hidden})
    assert client.get("/actions/several/", {"a": hidden.code}).status_code == 404


def test_what_it_led_to_is_not_shown_in_its_form_and_stays(scene):
    shown, hidden = make_record(title="A case").identity, make_record(title=HIDDEN, listed_to=Level.OWNER).identity
    words = {"title": scene.action.title, "details": ""}
    edit_action(action=scene.action, by=scene.maker, led_to=[shown, hidden], **words)
    client, path = signed(scene.maker), f"{scene.action.get_absolute_url()}change/"
    assert client.get(path).context["form"].initial["led_to"] == shown.code
    assert client.post(path, {**words, "led_to": ""}).status_code == 302
    assert set(scene.action.led_to.all()) == {hidden}


def test_what_it_led_to_cannot_be_guessed_by_its_code(scene):
    hidden = make_record(title=HIDDEN, listed_to=Level.OWNER).identity
    client, path = signed(scene.maker), f"{scene.action.get_absolute_url()}change/"

    def answer(code):
        found = client.post(path, {"title": scene.action.title, "details": "", "led_to": code})
        errors = found.context["form"].errors if found.status_code == 400 else {}
        return found.status_code, [said.replace(code, "CODE") for said in errors.get("led_to", [])]

    assert answer(hidden.code) == answer("CS-2222")
    assert scene.action.led_to.count() == 0
