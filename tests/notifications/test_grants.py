"""Who is given the details of a record hears of it by a link alone, and only while they may still read it."""

import pytest

from portal.access.enums import Level
from portal.access.services import end_grant, give_grant
from portal.notifications.models import Notice
from portal.notifications.sending import send_due
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return OrganisationFactory()


@pytest.fixture
def giver(owner):
    return member_of(owner, focal_point=True)


@pytest.fixture
def page(owner):
    page = make_record(title="Zebra depots")
    decide(page, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=owner)
    return page


def test_a_person_hears_of_it_with_a_link(page, giver, mailoutbox):
    holder = member_of()
    give_grant(identity=page.identity, by=giver, user=holder, reason="For the secret meeting.")
    send_due()

    (mail,) = mailoutbox
    assert mail.to == [holder.email]
    assert f"/r/{page.identity.code}" in mail.body
    assert "secret meeting" not in mail.subject + mail.body


def test_the_people_of_an_organisation_hear_of_it(page, giver):
    holders = OrganisationFactory()
    ours = {member_of(holders), member_of(holders)}
    member_of(OrganisationFactory())
    member_of(holders, is_active=False)
    left = member_of(holders)
    left.member.memberships.update(is_active=False)

    give_grant(identity=page.identity, by=giver, organisation=holders, reason="An agreement.")

    assert {notice.user for notice in Notice.objects.filter(kind="access_granted")} == ours


@pytest.mark.parametrize("meanwhile", ["ended", "card closed"])
def test_it_is_asked_again_when_the_mail_is_sent(page, owner, giver, mailoutbox, meanwhile):
    grant = give_grant(identity=page.identity, by=giver, user=member_of(), reason="A request.")
    if meanwhile == "ended":
        end_grant(grant=grant, by=giver)
    else:
        decide(page, listed_to=Level.OWNER, owner=owner)

    send_due()

    assert mailoutbox == []
    assert Notice.objects.get().state == "withdrawn"
