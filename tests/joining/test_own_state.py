"""`/join/` for who is signed in, and where those who may invite find it."""

import pytest

from portal.desk.joining.forms import InviteForm
from portal.directory.joining import ask_for_organisation
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db


def test_a_member_reads_where_they_stand(client):
    mine, wanted = OrganisationFactory(name_en="Ours"), OrganisationFactory(name_en="Wanted")
    member = member_of(mine)
    ask_for_organisation(user=member, organisation=wanted, reason="I moved there.")
    client.force_login(member)

    text = client.get("/join/").text.split("<main")[1]

    assert "You are a member of the community." in text
    assert "Ours" in text
    assert "Wanted" in text
    assert "Sign in" not in text
    assert client.post("/join/", {"email": "x"}).status_code == 200


def test_others_with_an_account_read_that_they_are_no_members(client):
    client.force_login(UserFactory())
    assert "an editor can let you in" in client.get("/join/").text
    client.force_login(editor())
    assert "You are an editor." in client.get("/join/").text


def test_those_who_may_invite_find_it(client):
    organisation = OrganisationFactory()
    links = {"editor": 'href="/join/invitations/"', "focal": 'href="/my/organisation/people/#invite"'}
    people = {"editor": editor(), "focal": member_of(organisation, focal_point=True), "member": member_of(organisation)}
    found = {}
    for name, user in people.items():
        client.force_login(user)
        text = client.get("/members/").text
        found[name] = [each for each, link in links.items() if link in text]
    assert found == {"editor": ["editor"], "focal": ["focal"], "member": []}

    client.force_login(people["editor"])
    assert links["editor"] in client.get("/my/").text


def test_an_organisation_to_invite_into_has_its_whole_name():
    OrganisationFactory(name_en="Humanity and Inclusion", acronym="HI")

    assert "Humanity and Inclusion (HI)" in str(InviteForm()["organisation"])
