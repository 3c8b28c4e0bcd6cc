"""Who is reminded, when, and once; what the link of a person without an account can do."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from events.actions.enums import State, Way
from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.reminding import remind
from events.actions.services import change_due, hand_on, report_progress
from portal.access.enums import Level
from portal.notifications.models import Notice
from portal.notifications.reminders import remind_all
from portal.notifications.rendering import mail_of
from portal.notifications.verdicts import verdict
from tests.factories.actions import day, make_action
from tests.factories.events import make_event, with_role
from tests.factories.mails import mails_to
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
OUTSIDE = "somebody@elsewhere.example"


def made_long_ago(action, days=100):
    FollowUpAction.objects.filter(pk=action.pk).update(created_at=timezone.now() - timedelta(days=days))
    return action


def kinds_of(*users):
    return [mails_to(user.email) for user in users]


def path_in(notice):
    return re.search(r"https?://[^/\s]+(/\S*actions/report/\S+)", mail_of(notice).body)[1]


def link(address=OUTSIDE):
    return path_in(Notice.objects.filter(address=address).latest("created_at"))


def test_a_hundred_runs_in_a_day_send_each_due_mail_once(scene):
    person = member_of(scene.organisation)
    focal, facilitator = scene.focal_point, scene.facilitator
    made_long_ago(make_action("Late", left=-2, organisation=scene.organisation, origin=Origin(event=scene.event)))
    made_long_ago(make_action("Soon", left=2, organisation=scene.organisation, person=person))
    made_long_ago(make_action("Outside", left=10, organisation=scene.organisation, person_email=OUTSIDE))
    made_long_ago(make_action("Far", left=60, organisation=scene.organisation))
    Notice.objects.all().delete()
    counts = [remind_all()["actions"] for _ in range(100)]

    assert counts == [4, *[0] * 99]
    assert kinds_of(focal, person, facilitator) == [["action_due"], ["action_due"], ["actions_late"]]
    assert mails_to(OUTSIDE) == ["action_due"]


def test_each_stage_reminds_once_and_another_day_begins_anew(scene):
    focal = scene.focal_point
    action = made_long_ago(make_action(left=30, by=scene.maker, organisation=scene.organisation))
    Notice.objects.all().delete()
    sent = {left: remind(action.due_on - timedelta(days=left)) for left in range(31, -41, -1)}
    assert [left for left, count in sent.items() if count] == [14, 3, -1, -7, -30]

    change_due(action=action, by=focal, due_on=day(32))
    assert remind(day(32 - 14)) == 1


def test_what_was_agreed_a_moment_ago_reminds_of_no_day_that_has_passed(scene):
    assert scene.focal_point
    make_action(left=10, organisation=scene.organisation)

    assert remind(day(0)) == 0
    assert remind(day(7)) == 1


def test_what_is_done_before_the_mail_goes_reminds_nobody(scene):
    focal = scene.focal_point
    action = made_long_ago(make_action(left=2, by=scene.maker, organisation=scene.organisation))
    Notice.objects.all().delete()
    remind(day(0))
    notice = Notice.objects.get(user=focal)
    assert verdict(notice) is None
    report_progress(action=action, by=scene.maker, state=State.DONE, note="Sent.")

    assert verdict(notice).__name__ == "withdraw"


def test_who_runs_the_event_hears_of_the_late_once_a_week(scene):
    facilitator = scene.facilitator
    made_long_ago(make_action("Late one", left=-40, organisation=scene.organisation, origin=Origin(event=scene.event)))
    Notice.objects.all().delete()
    monday = day(0) - timedelta(days=day(0).weekday())
    counts = [sum(remind(monday + timedelta(days=number)) for number in range(7)) for _ in range(2)]
    notice = Notice.objects.get(user=facilitator, kind="actions_late")

    assert counts[1] == 0
    assert "Late one" in mail_of(notice).body
    assert remind(monday + timedelta(days=7)) == 1


def test_hosts_and_facilitators_that_the_event_names_hear_of_the_late_each_once(scene):
    hosting, facilitating, taking_part = (OrganisationFactory() for _ in range(3))
    page = make_event(
        organisations=[
            with_role(hosting, "host"), with_role(facilitating, "facilitator"), with_role(facilitating, "moderator"),
            with_role(taking_part, "participant"),
        ],
    )  # fmt: skip
    decide(page, listed_to=Level.MEMBERS, owner=hosting)
    both, host = member_of(hosting, facilitating, focal_point=True), member_of(hosting, focal_point=True)
    facilitator = member_of(facilitating)
    nobody = [
        member_of(hosting), member_of(taking_part, focal_point=True), member_of(facilitating, is_active=False),
    ]  # fmt: skip
    made_long_ago(
        make_action("Late one", left=-40, organisation=scene.organisation, origin=Origin(event=page.identity))
    )
    Notice.objects.all().delete()
    counts = [remind_all()["actions"] for _ in range(100)]

    late = Notice.objects.filter(kind="actions_late")
    assert {notice.user for notice in late} == {both, host, facilitator}
    # And who speaks for nobody hears nothing: the organisation in charge has no focal point.
    assert (counts, late.count()) == ([3, *[0] * 99], 3)
    assert kinds_of(*nobody) == [[], [], []]
    # Access is asked again when it goes.
    decide(page, listed_to=Level.OWNER, owner=hosting)
    verdicts = {notice.user: verdict(notice) for notice in late}
    assert {user for user, said in verdicts.items() if said is None} == {both, host}


def test_the_link_reports_and_reading_it_changes_nothing():
    action = make_action(person_email=OUTSIDE)
    client = Client()
    path = link()
    assert client.get(path).status_code == client.head(path).status_code == 200
    assert client.post(path, {"state": "done", "note": ""}).status_code == 400
    assert [each.act for each in action.updates.all()] == ["open"]

    assert client.post(path, {"state": "in_progress", "note": "Begun."}).status_code == 200
    answer = client.post(path, {"state": "done", "note": "Twelve schools."})
    action.refresh_from_db()
    assert (answer.status_code, action.state, action.outcome) == (200, "done", "Twelve schools.")
    assert {(each.way, each.by) for each in action.updates.all()[1:]} == {(Way.MAIL, None)}
    # It has done its work.
    assert client.get(path).status_code == client.post(path, {"state": "open"}).status_code == 404


def test_another_person_another_link(scene):
    action = make_action(by=scene.maker, person_email=OUTSIDE)
    old, client = link(), Client()
    key = FollowUpAction.objects.get(pk=action.pk).link_key
    whom = {"organisation": action.organisation, "person_email": "other@elsewhere.example"}
    hand_on(action=action, by=scene.maker, **whom)
    new = link("other@elsewhere.example")
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)
    with pytest.raises(PermissionDenied):
        report_progress(action=action, link_key=key, state=State.IN_PROGRESS)

    hand_on(action=action, by=scene.maker, **{**whom, "person_email": OUTSIDE})
    assert client.get(old).status_code == 404


@pytest.mark.parametrize("token", ["none", "a.b:c:d", "0" * 32 + ".x:1:y"])
def test_a_link_that_is_not_ours_is_absent(token):
    assert Client().get(f"/actions/report/{token}/").status_code == 404


def test_a_link_shows_the_task_and_nothing_that_others_said_and_its_mail_no_closed_words(scene):
    said = {"details": "Words of the task", "person_email": OUTSIDE, "organisation": scene.organisation}
    action = make_action("Send the list", by=scene.maker, **said)
    report_progress(action=action, by=scene.maker, state=State.IN_PROGRESS, note="Said among members")
    notice = Notice.objects.get(address=OUTSIDE)
    page, mail = Client().get(path_in(notice)).content.decode(), mail_of(notice).body
    assert "Send the list" in page
    assert "Send the list" in mail
    assert ("Words of the task" in page, "Words of the task" in mail) == (True, False)
    for text in ("Said among members", OUTSIDE):
        assert text not in page

    decide(action, listed_to=Level.NAMED, owner=scene.organisation)
    page, mail = Client().get(path_in(notice)).content.decode(), mail_of(notice).body
    # Whoever was given the task goes on reading it (decision 0034).
    assert ("Send the list" in page, "Send the list" in mail) == (True, False)
    assert "Send the list" not in str(list(Notice.objects.values_list("facts", flat=True)))
