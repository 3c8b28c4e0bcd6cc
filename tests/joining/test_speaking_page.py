"""The page of an organisation's people: what a focal point does there, and what only editors decide."""

import pytest
from django.utils import timezone

from portal.core.marks import mark_of
from portal.directory.models import HandOver, Membership, Nomination
from portal.directory.speaking import (
    nominate,
)
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.joining.test_speaking import authority, speaks

pytestmark = pytest.mark.django_db


def page(organisation):
    return f"/my/organisation/people/?organisation={organisation.code}"


def test_the_page_is_for_who_speaks_for_it_and_editors(client):
    mine, other = OrganisationFactory(), OrganisationFactory()
    frozen = OrganisationFactory(frozen_at=timezone.now())
    focal_point = member_of(mine, frozen, focal_point=True)
    allowed = {}
    for name, user in {
        "focal": focal_point,
        "member": member_of(mine),
        "editor": editor(),
        "none": UserFactory(),
    }.items():
        client.force_login(user)
        allowed[name] = [client.get(page(each)).status_code for each in (mine, other, frozen)]

    assert allowed == {"focal": [200, 404, 404], "member": [404] * 3, "editor": [200] * 3, "none": [404] * 3}


def test_a_focal_point_does_all_on_the_page(client):
    organisation = OrganisationFactory()
    focal_point, colleague = member_of(organisation, focal_point=True), member_of(organisation)
    client.force_login(focal_point)

    client.post(page(organisation), {"action": "invite", "email": "new@example.org", "language": "ar"})
    (invitation,) = organisation.invitations.open()
    assert "new@example.org" in client.get(page(organisation)).text
    client.post(page(organisation), {"action": "revoke", "id": mark_of(invitation)})
    assert not organisation.invitations.open().exists()
    client.post(page(organisation), {"action": "deputy", "id": mark_of(colleague.member)})
    assert speaks(colleague, organisation)
    client.post(page(organisation), {"action": "end", "id": mark_of(colleague.member)})
    assert not Membership.objects.get(member__user=colleague).is_active


@pytest.mark.parametrize("action", ["freeze", "nominate", "approve", "gone"])
def test_what_editors_decide_a_focal_point_does_not(client, action):
    organisation = OrganisationFactory()
    focal_point, member = member_of(organisation, focal_point=True), member_of(organisation).member
    nomination = nominate(organisation=organisation, member=member, by=editor(), reference="DG/1")
    hand_over = HandOver.objects.create(organisation=organisation, member=focal_point.member, cause="asked")
    client.force_login(focal_point)

    ids = {"approve": nomination, "gone": hand_over}
    typed = {"action": action, "reason": "So.", "reference": "X", "id": mark_of(ids.get(action, member))}
    answer = client.post(page(organisation), typed)

    assert answer.status_code == 403
    organisation.refresh_from_db()
    assert not organisation.is_frozen
    assert list(Nomination.objects.values_list("reference", "decided_at")) == [("DG/1", None)]


def test_rows_of_other_organisations_are_absent(client):
    organisation, other = OrganisationFactory(), OrganisationFactory()
    stranger = member_of(other)
    client.force_login(member_of(organisation, focal_point=True))

    for number in (mark_of(stranger.member), "x", "9" * 30, ""):
        assert client.post(page(organisation), {"action": "end", "id": number}).status_code == 404
    assert Membership.objects.get(member__user=stranger).is_active


def test_two_editors_settle_it_on_the_page(client):
    organisation = authority()
    member = member_of(organisation)
    client.force_login(editor())
    client.post(page(organisation), {"action": "freeze", "reason": "Two claim it."})
    client.post(page(organisation), {"action": "nominate", "id": mark_of(member.member), "reference": "DG/9"})
    nomination = Nomination.objects.get()
    assert client.post(page(organisation), {"action": "approve", "id": mark_of(nomination)}).status_code == 403

    client.force_login(editor())
    assert "DG/9" in client.get("/join/speakers/").text
    client.post(page(organisation), {"action": "approve", "id": mark_of(nomination)})

    assert speaks(member, organisation)


@pytest.mark.parametrize("text", ["DG\x009", "9" * 1001])
def test_what_no_column_holds_is_said_above_the_page(client, text):
    organisation = OrganisationFactory()
    member = member_of(organisation).member
    client.force_login(editor())

    for typed in (
        {"action": "nominate", "id": mark_of(member), "reference": text},
        {"action": "freeze", "reason": text},
    ):
        answer = client.post(page(organisation), typed, follow=True)
        assert "characters" in answer.text
    organisation.refresh_from_db()
    assert (organisation.is_frozen, Nomination.objects.count()) == (False, 0)


@pytest.mark.parametrize("address", ["/join/speakers/", "/join/invitations/"])
def test_pages_of_editors_are_absent_for_others(client, address):
    client.force_login(member_of(OrganisationFactory(), focal_point=True))
    assert client.get(address).status_code == 404
    client.force_login(editor())
    assert client.get(address).status_code == 200
