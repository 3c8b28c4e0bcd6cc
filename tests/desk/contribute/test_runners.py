"""Whom an event names as host or facilitator changes its programme outside the admin, and nothing else of it."""

from datetime import time

import pytest
from django.urls import reverse

from events.models import EventPage
from portal.access.enums import Action, Level
from portal.access.models import AccessWish
from portal.access.policy import can
from portal.desk.contribute.drafts import entries_one_runs
from portal.records.registry import kind
from portal.records.submissions import approve, return_with_message, save_draft
from tests.desk.contribute.filling import fields, type_in
from tests.factories.events import make_event, make_session, with_role
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
SECTIONS = ["Key questions", "Programme", "About it", "Contributions and their materials", "Useful links"]


@pytest.fixture
def named():
    return {role: OrganisationFactory() for role in ("owner", "host", "facilitator", "participant")}


@pytest.fixture
def page(named):
    roles = [with_role(named[role], role) for role in ("host", "facilitator", "participant")]
    page = make_event(organisations=roles, sessions=[make_session(), make_session("How", starts_at=time(11))])
    decide(page, listed_to=Level.MEMBERS, owner=named["owner"])
    return page


@pytest.fixture
def facilitator(client, named):
    client.user = member_of(named["facilitator"])
    client.force_login(client.user)
    return client


def address(page, name="overview", *more):
    return reverse(f"contribute:{name}", args=[kind("event"), page.identity.code, *more])


def section(client, page, heading):
    """The address of the section with that heading, as the overview leads to it."""
    found = {each.heading: each.number for each in client.get(address(page)).context["sections"]}
    return address(page, "more", found[heading])


def reviewed(page):
    approve(page=EventPage.objects.get(pk=page.pk), by=editor())
    return EventPage.objects.get(pk=page.pk)


def test_those_that_run_it_have_the_part_that_is_theirs(client, page, named):
    people = {
        "host": member_of(named["host"]), "host's focal point": member_of(named["host"], focal_point=True),
        "facilitator": member_of(named["facilitator"]),
        "participant": member_of(named["participant"], focal_point=True),
        "owner": member_of(named["owner"], focal_point=True), "stranger": member_of(OrganisationFactory()),
        "former": member_of(named["facilitator"], is_active=False),
    }  # fmt: skip
    found = {}
    for name, user in people.items():
        client.force_login(user)
        paths = (address(page), address(page, "preview"), address(page, "who"), address(page, "screen", 1))
        found[name] = [client.get(path).status_code for path in paths]

    nothing, part = [404] * 4, [200, 200, 404, 404]
    assert found == {
        "host": nothing, "host's focal point": part, "facilitator": part, "participant": nothing,
        "owner": [200] * 4, "stranger": nothing, "former": nothing,
    }  # fmt: skip


def test_the_sections_are_those_of_the_programme_and_no_others(facilitator, page):
    shown = facilitator.get(address(page)).context

    assert ([each.heading for each in shown["sections"]], list(shown["screens"]), shown["missing"]) == (
        SECTIONS,
        [],
        [],
    )
    allowed = {each.number for each in shown["sections"]}
    answers = {number: facilitator.get(address(page, "more", number)).status_code for number in range(1, 25)}
    assert {number for number, status in answers.items() if status == 200} == allowed
    assert set(answers.values()) == {200, 404}
    about = section(facilitator, page, "About it")
    facilitator.post(about, {"programme_note": "Doors open at eight", "proceedings_title": "Taken over", "later": "1"})
    draft = EventPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (draft.programme_note, draft.proceedings_title) == ("Doors open at eight", "")


def test_a_programme_is_changed_sent_and_reviewed_like_any_entry(facilitator, page):
    keys = {row.title: row.translation_key for row in page.sessions.all()}
    kept = type_in(
        facilitator,
        section(facilitator, page, "Programme"),
        **{"sessions-1-starts_at": "13:30", "sessions-1-ends_at": "15:00"},
    )
    type_in(facilitator, section(facilitator, page, "Key questions"), **{"key_questions-0-text": "Who may have what?"})
    type_in(
        facilitator,
        section(facilitator, page, "Contributions and their materials"),
        **{
            "contributions-0-title": "A talk",
            "contributions-0-session": str(keys["How"]),
            "contributions-0-url": "https://example.org/talk",
        },
    )
    type_in(
        facilitator,
        section(facilitator, page, "Useful links"),
        **{"useful_links-0-text": "How to come", "useful_links-0-url": "https://example.org/way"},
    )
    assert kept.status_code == 302
    before = EventPage.objects.get(pk=page.pk)
    assert (before.contributions.count(), before.useful_links.count()) == (0, 0)

    # What one wrote stands there when one comes back, and readers see nothing of it.
    assert fields(facilitator.get(section(facilitator, page, "Useful links")))["useful_links-0-text"] == ["How to come"]
    assert facilitator.post(address(page), {"send": "yes"}).status_code == 302
    assert EventPage.objects.get(pk=page.pk).current_workflow_state is not None
    now = reviewed(page)

    sessions = {row.title: (row.translation_key, row.starts_at) for row in now.sessions.all()}
    assert sessions == {"Who has what data": (keys["Who has what data"], time(9)), "How": (keys["How"], time(13, 30))}
    assert [row.text for row in now.key_questions.all()] == ["Who may have what?"]
    assert [(row.title, row.session) for row in now.contributions.all()] == [("A talk", keys["How"])]
    assert [(row.text, row.url) for row in now.useful_links.all()] == [("How to come", "https://example.org/way")]


def test_running_it_gives_nothing_about_who_may_see_it(facilitator, page):
    type_in(facilitator, section(facilitator, page, "About it"), programme_note="Mine")
    who = {"listed_to": "public", "details_to": "public", "names_person": "no", "continue": "1"}
    assert facilitator.post(address(page, "who"), who).status_code == 404

    identity = page.identity
    assert {each for each in Action if can(facilitator.user, each, identity)} == {
        Action.KNOW,
        Action.READ,
        Action.WRITE,
    }
    assert (list(identity.contributors.all()), AccessWish.objects.count()) == ([], 0)
    # Nor where the event belongs to nobody, whose writers are those who wrote it.
    decide(page, listed_to=Level.MEMBERS, owner=None, custodian=None)
    type_in(facilitator, section(facilitator, page, "About it"), programme_note="Mine still")
    assert not can(facilitator.user, Action.ASK, page.identity)


def test_the_draft_of_others_is_theirs_until_one_writes_at_it(facilitator, page, named):
    draft = EventPage.objects.get(pk=page.pk)
    draft.programme_note = "What its owner is writing"
    save_draft(page=draft, by=member_of(named["owner"], focal_point=True))
    path = section(facilitator, page, "About it")

    assert "its owner is writing" not in facilitator.get(path).text + facilitator.get(address(page, "preview")).text
    assert facilitator.post(address(page), {"send": "yes"}).status_code == 404
    type_in(facilitator, section(facilitator, page, "Key questions"), **{"key_questions-0-text": "And this?"})
    latest = EventPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert latest.programme_note == "What its owner is writing"
    assert [row.text for row in latest.key_questions.all()] == ["And this?"]


def test_it_stands_among_what_one_contributes_with_what_came_of_it(facilitator, page):
    def states():
        return [(entry.code, entry.state, entry.message) for entry in entries_one_runs(facilitator.user)]

    code = page.identity.code
    assert states() == [(code, "published", "")]
    assert address(page) in facilitator.get("/contribute/").text
    assert address(page) in facilitator.get(f"/events/{page.slug}/capture/").text
    type_in(facilitator, section(facilitator, page, "About it"), programme_note="New")
    assert states() == [(code, "changed", "")]
    facilitator.post(address(page), {"send": "yes"})
    assert states() == [(code, "waiting", "")]
    return_with_message(page=EventPage.objects.get(pk=page.pk), by=editor(), message="Which hall?")
    assert states() == [(code, "returned", "Which hall?")]


def test_whom_it_names_no_more_writes_no_more(facilitator, page, named):
    type_in(facilitator, section(facilitator, page, "About it"), programme_note="New")
    page.organisations.set([with_role(named["host"], "host")])
    page.save_revision().publish()

    assert facilitator.get(address(page)).status_code == 404
    assert entries_one_runs(facilitator.user) == []


def test_a_draft_that_names_somebody_gives_them_nothing(client, page, named):
    draft = EventPage.objects.get(pk=page.pk)
    draft.organisations.add(with_role(named["owner"], "facilitator"))
    save_draft(page=draft, by=editor())
    client.force_login(member_of(named["owner"]))

    assert client.get(address(page)).status_code == 404


def test_what_one_may_not_read_one_does_not_write(facilitator, page, named):
    decide(page, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=named["owner"])

    assert facilitator.get(address(page)).status_code == 404
    assert entries_one_runs(facilitator.user) == []
