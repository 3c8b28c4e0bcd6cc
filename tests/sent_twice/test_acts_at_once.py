"""The same with what is done to a thing that is there, and with words that are said of it."""

import pytest
from django.urls import reverse

from case_studies.models import Replication
from events.actions.links import report_path
from events.actions.models import ActionUpdate, FollowUpAction
from events.attending.models import EventInvitation
from events.capture.models import EventCode, SheetRow
from events.outputs.models import OutputPage
from portal.access.enums import Level
from portal.community.discussing import ask
from portal.community.models import Post, Question
from portal.notifications.models import Notice
from practices.requests.models import RequestStep
from practices.requests.services import advise
from tests.at_once import TIMES, at_once, sent_at_once
from tests.factories.actions import make_action
from tests.factories.attending import Coming
from tests.factories.capture import Day
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record
from tests.factories.requests import Scene as RequestScene

pytestmark = pytest.mark.django_db(transaction=True)


def test_people_are_invited_once():
    scene = Coming()
    path = reverse("attending:invitations", args=[scene.page.slug])
    answers = sent_at_once(path, {"people": "a@elsewhere.example", "language": "en"}, scene.runner)

    assert [each.status_code for each in answers] == [302] * TIMES
    assert (EventInvitation.objects.count(), Notice.objects.count()) == (1, 1)


def test_progress_by_a_link_is_reported_once():
    action = make_action(person_email="who@elsewhere.example")
    answers = sent_at_once(report_path(action), {"state": "done", "note": "Sent."})

    assert [each.status_code for each in answers] == [200] * TIMES
    assert list(ActionUpdate.objects.values_list("act", flat=True)) == ["open", "report"]


def test_a_code_is_made_once():
    day = Day()
    answers = sent_at_once(reverse("capture:event", args=[day.page.slug]), {"days": "3"}, day.facilitator)

    assert [each.status_code for each in answers] == [302] * TIMES
    assert EventCode.objects.count() == 1


def test_each_line_becomes_one_entry():
    day = Day()
    lines = [day.line(), day.line("Send the list", "action", organisation=day.host.pk, due_on="2030-01-01")]
    ticked = [line.pk for line in lines]
    answers = sent_at_once(f"{day.path}report/", {"do": "make", "l": ticked}, day.facilitator)

    assert [each.status_code for each in answers] == [302] * TIMES
    assert (OutputPage.objects.count(), FollowUpAction.objects.count()) == (1, 1)


def test_a_sheet_that_is_confirmed_becomes_one_draft_a_row():
    day, organisation = Day(), OrganisationFactory()
    speaker = member_of(organisation, focal_point=True)
    sheet = day.sheet(organisation=organisation, rows=[{"side": "have", "what": "Roads"}])
    answers = sent_at_once(reverse("capture:sheet", args=[sheet.pk]), {"do": "confirm"}, speaker)

    assert [each.status_code for each in answers] == [302] * TIMES
    row = SheetRow.objects.get()
    assert row.became.kind == "holding"
    assert type(row.became).objects.filter(kind="holding").count() == 1


def test_words_are_said_once():
    page, asker = make_record(listed_to=Level.PUBLIC), member_of(OrganisationFactory())
    identity = page.identity
    asked = at_once(lambda: ask(user=asker, identity=identity, text="Which year?"))

    assert len(set(asked)) == Question.objects.count() == Post.objects.count() == 1


def test_the_use_of_an_entry_is_said_once():
    page, user = make_record(listed_to=Level.PUBLIC), member_of(OrganisationFactory())
    answers = sent_at_once(reverse("my:used", args=[page.identity.code]), {"what": "We did the same."}, user)

    assert [each.status_code for each in answers] == [302] * TIMES
    assert Replication.objects.count() == 1


def test_advice_on_a_request_is_given_once():
    scene = RequestScene()
    request, adviser = scene.ask(), scene.owners_point
    steps = at_once(lambda: advise(request=request, by=adviser, note="By post"))

    assert len(set(steps)) == 1
    assert RequestStep.objects.filter(act="advise").count() == 1
