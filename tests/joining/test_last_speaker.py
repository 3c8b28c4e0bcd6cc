"""An organisation is not left without anybody who speaks for it by one click of who does."""

import pytest

from portal.core.marks import mark_of
from portal.directory.models import Membership
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db


def page(organisation):
    return f"/my/organisation/people/?organisation={organisation.code}"


def pressed(client, organisation, user, action):
    return client.post(page(organisation), {"action": action, "id": mark_of(user.member)}, follow=True)


def membership(user):
    return Membership.objects.get(member__user=user)


@pytest.mark.parametrize("action", ["end", "deputy"])
def test_the_only_focal_point_stays_and_reads_what_to_do(client, action):
    organisation = OrganisationFactory()
    user = member_of(organisation, focal_point=True)
    member_of(organisation)
    gone = member_of(organisation, focal_point=True, is_active=False)
    client.force_login(user)

    text = pressed(client, organisation, user, action).text

    assert "ask the editors under “Hand over”" in text
    assert f"/my/organisation/hand-over/?organisation={organisation.code}" in text
    kept = membership(user)
    assert (kept.is_active, kept.is_focal_point, kept.is_deputy) == (True, True, False)
    assert membership(gone).is_focal_point


def test_one_of_two_may_go_and_is_led_to_their_own_work(client):
    organisation = OrganisationFactory()
    user, other = (member_of(organisation, focal_point=True) for _number in range(2))
    client.force_login(user)
    assert "Yes, end the membership" in client.get(page(organisation)).text

    assert pressed(client, organisation, user, "deputy").status_code == 200
    assert membership(user).is_deputy
    answer = pressed(client, organisation, user, "end")

    assert answer.redirect_chain == [("/my/", 302)]
    assert (membership(user).is_active, membership(other).is_active) == (False, True)


def test_a_deputy_alone_is_no_focal_point(client):
    organisation = OrganisationFactory()
    user, deputy = (member_of(organisation, focal_point=True) for _number in range(2))
    Membership.objects.filter(member__user=deputy).update(is_deputy=True)
    client.force_login(user)

    pressed(client, organisation, user, "deputy")

    assert not membership(user).is_deputy


def test_an_editor_may_end_the_last(client):
    organisation = OrganisationFactory()
    user = member_of(organisation, focal_point=True)
    client.force_login(editor())

    pressed(client, organisation, user, "end")

    assert not membership(user).is_active
