"""A month later those who contributed hear what became of it: once, as far as they may know."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.actions.origins import Origin
from events.actions.services import report_progress
from events.proceedings.became import became_of
from events.proceedings.reminding import tell_what_became
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from tests.factories.actions import make_action
from tests.factories.mails import mails_to
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.proceedings import Workshop

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


@pytest.mark.parametrize("ago", [29, 60])
def test_before_a_month_and_long_after_it_nobody_hears(ago):
    workshop = Workshop(starts_on=day(ago), ends_on=None)
    workshop.outputs["public"].identity.contributors.add(workshop.member)

    assert tell_what_became() == 0
