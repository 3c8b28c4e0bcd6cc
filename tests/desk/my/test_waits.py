"""What was in mails alone waits on `/my/`, once, with what one does about it beside."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.enums import Level, OwnerAnswer
from portal.access.models import OwnerNotice
from portal.access.services import answer_owner, close_incident, report_incident
from portal.directory.waiting import lines_for
from practices.requests import services
from practices.requests.enums import Channel, Subject
from tests.factories.attending import Coming
from tests.factories.capture import Day
from tests.factories.events import with_role
from tests.factories.needs import make_holding
from tests.factories.owners import sent
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide
from tests.factories.requests import Scene, soon

pytestmark = pytest.mark.django_db


class HoldingScene(Scene):
    def make_page(self):
        return make_holding(title="A register")


@pytest.fixture
def waits(page_of, client):
    """By text, what one does about each line that waits for a person; each leads to a page that is there."""

    def ask(user):
        lines = [line for line in page_of(user, "home").context["lines"]["mine"] if line.act]
        assert {client.get(line.url).status_code for line in lines} <= {200}
        assert len({str(line.text) for line in lines}) == len(lines)
        return {str(line.text): str(line.act) for line in lines}

    return ask


def test_that_others_want_to_show_it_to_everyone_waits_until_it_is_answered(waits, focal, organisation, people):
    page = sent(member_of(OrganisationFactory()), organisation, title="Depots of the north")
    notice = OwnerNotice.objects.get()
    day = timezone.localdate(notice.told_at + timedelta(days=14))
    text = f"Shown to everyone? Case study {page.identity.code}: answer by {day.day} {day:%B %Y}"

    assert {who for who, user in people.items() if user and waits(user)} == {"focal point"}
    assert waits(focal) == {text: "Answer"}

    answer_owner(notice=notice, by=focal, answer=OwnerAnswer.GO_AHEAD)
    assert waits(focal) == {}


def test_the_title_is_said_of_what_one_may_know_of(waits, focal, organisation):
    page = sent(member_of(OrganisationFactory()), organisation, title="Depots of the north")
    page.save_revision().publish()

    assert [text.split(" (")[0] for text in waits(focal)] == ["Shown to everyone? “Depots of the north”"]


def test_a_sheet_waits_for_who_speaks_for_the_organisation(waits, focal, organisation, people):
    day = Day()
    day.sheet(organisation=organisation)

    assert {who for who, user in people.items() if user and waits(user)} == {"focal point"}
    assert list(waits(focal).values()) == ["Confirm or decline"]


def test_data_that_were_approved_wait_for_one_side_after_the_other(waits):
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    today, code = timezone.localdate(), request.code

    def asked():
        sides = {"owner": scene.owners_point, "asker": scene.asker, "stranger": scene.stranger}
        return {who: {*waits(user)} for who, user in sides.items()}

    assert asked() == {
        "owner": {f"Request {code} is approved: were the data handed over?"}, "asker": set(), "stranger": set(),
    }  # fmt: skip
    handed = {"delivered_on": today, "channel": Channel.DEVICE, "keep_until": soon(20)}
    services.hand_over(request=request, by=scene.owners_point, **handed)
    assert asked() == {"owner": set(), "asker": {f"Request {code}: did the data come?"}, "stranger": set()}
    services.confirm_received(request=request, by=scene.asker, received_on=today)
    by = f"{soon(20).day} {soon(20):%B %Y}"
    assert asked()["asker"] == {f"Request {code}: the data are to be destroyed by {by}"}
    services.confirm_destroyed(request=request, by=scene.asker, destroyed_on=today)
    assert asked() == {"owner": set(), "asker": set(), "stranger": set()}


def test_what_is_kept_for_long_does_not_wait_yet(waits):
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    today = timezone.localdate()
    handed = {"delivered_on": today, "channel": Channel.DEVICE, "keep_until": soon(31)}
    services.hand_over(request=request, by=scene.owners_point, **handed)
    services.confirm_received(request=request, by=scene.asker, received_on=today)

    assert waits(scene.asker) == {}


def test_a_request_says_its_day_as_all_pages_do(waits):
    scene = Scene()
    request = scene.ask()
    day = request.answer_due_on

    line = f"Answer request {request.code} by {day.day} {day:%B %Y}: {scene.page.title}"
    assert waits(scene.owners_point) == {line: "Answer"}


def test_an_open_report_waits_for_who_speaks_for_owner_or_keeper(waits, focal, organisation, people):
    page = make_holding()
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    incident = report_incident(identity=page.identity, by=people["editor"], what_happened="On a list.", seen=[])

    assert {who for who, user in people.items() if user and waits(user)} == {"focal point"}
    assert waits(focal) == {f"Reported as leaked: {page.identity.code}": "Say what was done"}

    close_incident(incident=incident, by=focal, what_was_done="All were called.", seen=[])
    assert waits(focal) == {}


def test_the_act_is_the_one_link_of_its_line(page_of):
    scene = Scene()
    request = scene.ask()

    text = page_of(scene.owners_point, "home").text

    assert text.count(f'href="{reverse("requests:request", args=[request.code])}"') == 1


def test_an_event_is_said_to_be_run_by_whom_it_names_and_who_may_read_it():
    helping = OrganisationFactory()
    for title, level in (("An open meeting", Level.MEMBERS), ("Hidden depot", Level.OWNER)):
        facilitators = [with_role(helping, "facilitator")]
        Coming(title=title, organisations=facilitators, listed_to=Level.MEMBERS, details_to=level)

    texts = [str(line.text) for lines in lines_for(member_of(helping)).values() for line in lines]

    assert [text for text in texts if "the event" in text] == ["You run the event: An open meeting"]
