"""Who decides a request to join: a member who is named, a focal point or an editor, once, for their own body."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.directory.inviting import accept
from portal.directory.joining import LinkOver, accept_request, ask_for_organisation, decline_request, waiting_for
from portal.directory.models import Invitation
from tests.factories.joining import asked, mailed_token
from tests.factories.mails import last_mail, mails_to
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db


def state(request):
    request.refresh_from_db()
    return request.state, request.basis


def test_a_member_who_is_named_vouches(client):
    voucher, other = member_of(OrganisationFactory()), member_of(OrganisationFactory())
    request = asked(vouched_by=voucher.email)
    assert mails_to(voucher.email) == ["join_asked"]
    client.force_login(other)
    assert "Newly Joined" not in client.get("/join/requests/").text
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})
    assert state(request)[0] == "waiting"

    client.force_login(voucher)
    assert "Decline" not in client.get("/join/requests/").text.split("All that are ticked")[0]
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert state(request) == ("accepted", "vouched")
    assert mails_to("new@example.org") == ["join_confirm", "join_accepted"]
    assert Invitation.objects.get().organisation is None


def test_whom_a_member_vouches_for_asks_on_for_the_organisation_that_they_named(client):
    organisation, voucher = OrganisationFactory(name_en="Body of data"), member_of(OrganisationFactory())
    request = asked(organisation_name="Body of data", vouched_by=voucher.email)
    client.force_login(voucher)
    assert "Whether they belong to Body of data" in client.get("/join/requests/").text
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})
    token = mailed_token()
    assert list(waiting_for(voucher)) == []

    client.force_login(by := editor())
    assert "Let in, for Body of data" in client.get("/join/requests/").text
    (rest,) = waiting_for(by)
    user = accept(token=token, first_name="N", last_name="H", password="x", languages=["fr"], is_listed=False)
    client.post("/join/requests/decide/", {"decision": f"accept:{rest.key}"})

    assert [each.organisation for each in user.member.memberships.all()] == [organisation]
    assert not waiting_for(by).exists()


def test_a_focal_point_lets_into_the_own_organisation(client):
    organisation = OrganisationFactory(name_en="Body of data", acronym="BOD")
    focal_point = member_of(organisation, focal_point=True)
    request = asked(organisation_name="body of DATA")
    assert list(waiting_for(focal_point)) == [request]

    client.force_login(focal_point)
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert Invitation.objects.get().organisation == organisation


def test_editors_decide_several_at_once(client):
    requests = [asked(f"new{number}@example.org") for number in range(3)]
    client.force_login(editor())

    client.post("/join/requests/decide/", {"decision": "decline", "key": [each.key for each in requests[:2]]})

    assert [state(each)[0] for each in requests] == ["declined", "declined", "waiting"]
    assert mails_to("new0@example.org") == ["join_confirm", "join_declined"]


def test_nobody_decides_twice_or_for_oneself():
    member = member_of(OrganisationFactory())
    request = asked(vouched_by=member.email)
    by = editor()
    decline_request(request=request, by=by)
    with pytest.raises(LinkOver):
        accept_request(request=request, by=by)

    own = asked("self@example.org", vouched_by="self@example.org")
    with pytest.raises(PermissionDenied):
        accept_request(request=own, by=member_of(user=UserFactory(email="self@example.org")))


def test_nobody_lets_into_an_organisation_that_is_not_theirs():
    voucher, other = member_of(OrganisationFactory()), OrganisationFactory()
    request = asked(vouched_by=voucher.email)

    with pytest.raises(PermissionDenied):
        accept_request(request=request, by=voucher, organisation=other)


def test_a_member_asks_for_one_more_organisation_and_its_focal_point_decides(client):
    organisation = OrganisationFactory()
    focal_point, member = member_of(organisation, focal_point=True), member_of(OrganisationFactory())
    client.force_login(member)
    client.post(f"/organisations/{organisation.slug}/join/", {"reason": "I moved there."})
    client.post(f"/organisations/{organisation.slug}/join/", {"reason": "I moved there."})
    (request,) = waiting_for(focal_point)
    assert list(waiting_for(member)) == []

    client.force_login(focal_point)
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert member.member.memberships.filter(organisation=organisation, is_active=True).exists()
    assert mails_to(member.email) == ["joined_organisation"]


def frozen_request():
    """A request of a member for an organisation that was frozen since."""
    organisation, member = OrganisationFactory(name_en="Body of data"), member_of(OrganisationFactory())
    request = ask_for_organisation(user=member, organisation=organisation, reason="I moved there.")
    organisation.frozen_at = timezone.now()
    organisation.save()
    return request


def test_a_member_who_asks_for_a_contested_organisation_waits(client):
    request = frozen_request()
    client.force_login(editor())
    text = client.get("/join/requests/").text
    assert f"accept:{request.key}" not in text
    assert "the editors are settling who speaks for it" in text

    told = client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"}, follow=True).text

    assert "0 requests decided." in told
    assert state(request) == ("waiting", "")


def test_who_is_new_is_let_in_without_the_contested_organisation(client):
    OrganisationFactory(name_en="Body of data", frozen_at=timezone.now())
    request = asked(organisation_name="Body of data")
    client.force_login(editor())

    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert state(request)[0] == "accepted"
    assert Invitation.objects.get().organisation is None


def test_a_member_who_is_declined_reads_of_the_organisation_and_not_that_nobody_knows_them():
    organisation, member = OrganisationFactory(name_en="Body", name_fr="Organisme"), member_of(languages=["fr"])
    request = ask_for_organisation(user=member, organisation=organisation, reason="I moved there.")

    decline_request(request=request, by=editor())

    assert mails_to(member.email) == ["organisation_declined"]
    assert "Organisme" in last_mail().body


def test_who_joins_one_more_reads_its_name_in_their_language():
    organisation, member = OrganisationFactory(name_en="Body", name_fr="Organisme"), member_of(languages=["fr"])
    request = ask_for_organisation(user=member, organisation=organisation, reason="I moved there.")

    accept_request(request=request, by=editor(), organisation=organisation)

    assert "Organisme" in last_mail().body


def test_it_is_kept_who_decided():
    organisation = OrganisationFactory(name_en="Body of data")
    focal_point = member_of(organisation, focal_point=True)
    for by, basis in ((focal_point, "focal"), (editor(), "editor")):
        request = asked(organisation_name="Body of data")
        accept_request(request=request, by=by, organisation=organisation)
        assert state(request) == ("accepted", basis)


def test_nobody_is_shown_their_own_request():
    member = editor(member_of())
    ask_for_organisation(user=member, organisation=OrganisationFactory(), reason="I moved there.")

    assert list(waiting_for(member)) == []
    assert waiting_for(editor()).count() == 1


def test_the_page_asks_equally_often(client, django_assert_max_num_queries):
    organisation = OrganisationFactory(name_en="Body of data")
    client.force_login(member_of(organisation, focal_point=True))
    asked(organisation_name="Body of data")
    client.get("/join/requests/")
    with CaptureQueriesContext(connection) as of_one:
        client.get("/join/requests/")
    for number in range(5):
        asked(f"new{number}@example.org", organisation_name="Body of data")

    with django_assert_max_num_queries(len(of_one)):
        assert client.get("/join/requests/").text.count("accept:") == 6
