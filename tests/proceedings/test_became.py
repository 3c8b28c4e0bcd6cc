"""A month later those who contributed hear what became of it: once, as far as they may know."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.services import report_progress
from events.attending.models import EventInvitation, Participant
from events.attending.services import add_participant
from events.capture.services import capture_line
from events.proceedings.became import became_of
from events.proceedings.mails import told_guest
from events.proceedings.reminding import tell_what_became
from portal.access.enums import Level
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.records.models import RecordLink
from portal.taxonomy.models import LinkKind
from practices.needs.models import DataNeedPage
from tests.factories.actions import make_action
from tests.factories.mails import mails_to
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.proceedings import Workshop
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


def day(ago):
    return timezone.localdate() - timedelta(days=ago)


def test_who_contributed_hears_of_it_once():
    workshop = Workshop(starts_on=day(32), ends_on=day(31))
    writer, doer, stranger = workshop.member, member_of(OrganisationFactory()), member_of(OrganisationFactory())
    workshop.outputs["members"].identity.contributors.add(writer)
    origin = Origin(event=workshop.event.identity)
    done = make_action("Sent", by=doer, person=doer, origin=origin)
    make_action("Open", by=doer, origin=origin)
    report_progress(action=done, by=doer, state="done", note="Sent")
    Notice.objects.all().delete()

    counts = [tell_what_became() for _ in range(20)]
    body = mail_of(Notice.objects.get(user=writer)).body

    assert counts == [2, *[0] * 19]
    assert [mails_to(each.email) for each in (writer, doer, stranger)] == [["what_became"], ["what_became"], []]
    assert "- 3 outputs are written down (1 of them yours)" in body
    assert "- 1 action is done" in body
    assert f"/events/{workshop.event.slug}/proceedings/" in body


def test_each_hears_of_what_they_may_know():
    workshop = Workshop()

    assert [became_of(workshop.event.key, user).outputs for user in (workshop.member, workshop.of_named)] == [3, 4]


def test_the_mail_counts_what_proceedings_tell_and_says_nothing_of_what_there_is_not():
    workshop = Workshop(starts_on=day(32), ends_on=day(31)).with_others()
    writer, host = workshop.member, workshop.of_named
    need = DataNeedPage.objects.get(title="need members")
    need.identity.contributors.add(writer)
    FollowUpAction.objects.update(due_on=day(1), person=host)
    Notice.objects.all().delete()
    capture_line(
        key=uuid4(), event=workshop.event.identity, session_key=workshop.first.translation_key,
        said={"text": "Said"}, by=writer,
    )  # fmt: skip

    tell_what_became()
    bodies = {user: mail_of(Notice.objects.get(user=user)).body for user in (writer, host)}

    assert "- 3 outputs are written down\n" in bodies[writer]
    assert "- 4 outputs are written down\n" in bodies[host]
    assert "- 4 data holdings and needs were declared (1 of them yours)\n" in bodies[writer]
    assert "- 2 partnership ideas were born there\n" in bodies[writer]
    assert "- 1 action is open (1 of them late)\n" in bodies[writer]
    assert "done" not in bodies[writer]


def test_an_idea_that_says_something_else_of_the_event_was_not_born_there():
    workshop = Workshop()
    link = RecordLink(kind=LinkKind.objects.get(key="presented_at"), target_id=workshop.event.key)
    make_idea("Presented", links=[link])

    assert became_of(workshop.event.key, workshop.member).ideas == 0


def test_who_took_part_and_gave_nothing_is_told_so():
    workshop = Workshop(starts_on=day(32), ends_on=day(31))
    guest, came, _other = (member_of(OrganisationFactory()) for _ in range(3))
    event = workshop.event.identity
    add_participant(event=event, by=workshop.facilitator, name="A guest", email=guest.email.upper())
    Participant.objects.create(event=event, user=came)
    workshop.outputs["members"].identity.contributors.add(workshop.member)
    Notice.objects.all().delete()

    tell_what_became()
    bodies = {notice.user_id: mail_of(notice).body for notice in Notice.objects.all()}

    assert set(bodies) == {guest.pk, came.pk, workshop.member.pk}
    assert "you took part in this event" in bodies[guest.pk]
    assert "you took part in this event" in bodies[came.pk]
    assert "you gave something to this event" in bodies[workshop.member.pk]


def test_who_took_part_without_an_account_hears_once_what_everybody_may_read():
    workshop = Workshop(starts_on=day(32), ends_on=day(31))
    event = workshop.event.identity
    add_participant(event=event, by=workshop.facilitator, name="A guest", email="Guest@example.org")
    EventInvitation.objects.create(event=event, email="guest@example.org", language="fr")
    Notice.objects.all().delete()

    counts = [tell_what_became() for _ in range(3)]
    notice = Notice.objects.get(address="guest@example.org")
    body = mail_of(notice).body

    assert counts == [Notice.objects.count(), 0, 0]
    assert mails_to("guest@example.org") == ["what_became_for_guests"]
    assert notice.language == "fr"
    assert f"/fr/events/{workshop.event.slug}/proceedings/" in body
    assert "- 2 " in body  # outputs for everybody
    assert "- 3 " not in body


def test_of_an_event_that_is_not_for_everybody_an_address_without_account_is_told_nothing():
    workshop = Workshop(starts_on=day(32), ends_on=day(31))
    event = workshop.event.identity
    add_participant(event=event, by=workshop.facilitator, name="A guest", email="guest@example.org")
    tell_what_became()
    notice = Notice.objects.get(address="guest@example.org")
    assert told_guest(None, notice.facts) is not None

    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)

    assert told_guest(None, notice.facts) is None


@pytest.mark.parametrize("ago", [29, 60])
def test_before_a_month_and_long_after_it_nobody_hears(ago):
    workshop = Workshop(starts_on=day(ago), ends_on=None)
    workshop.outputs["public"].identity.contributors.add(workshop.member)

    assert tell_what_became() == 0
