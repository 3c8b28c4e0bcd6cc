"""What others learn of an address, what strangers' words reach, and links that are for one person."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.desk.joining.tasks import ask_deciders
from portal.directory.models import JoinRequest
from portal.notifications.models import Notice
from tests.factories.joining import asked, invited, mailed_token
from tests.factories.mails import last_mail, mails_to
from tests.factories.people import OrganisationFactory, UserFactory, member_of

pytestmark = pytest.mark.django_db
TYPED = {
    "organisation_name": "Body of data",
    "languages": ["fr"],
    "reason": "We keep data.",
    "email": "new@example.org",
}
LINKS = [
    "Open https://evil.example/login",
    "www.evil.example now",
    "Go to evil.com",
    "evil.example/login",
    "a@evil.com",
]


def test_colleagues_without_a_name_are_shown_without_their_address(client):
    organisation = OrganisationFactory()
    other = member_of(organisation)
    client.force_login(member_of(organisation, focal_point=True))

    text = client.get("/my/organisation/people/").text

    assert other.email not in text
    assert "A member" in text


def test_who_asks_as_member_shows_no_address_and_a_visitor_does(client):
    organisation = OrganisationFactory(name_en="Body of data")
    member = member_of(user=UserFactory(first_name="Newly", last_name="Joined"))
    client.force_login(member)
    client.post(f"/organisations/{organisation.slug}/join/", {"reason": "I keep its data."})
    asked("visitor@example.org", organisation_name="Body of data")
    client.force_login(member_of(organisation, focal_point=True))

    text = client.get("/join/requests/").text

    assert "I keep its data." in text
    assert member.email not in text
    assert "visitor@example.org" in text


@pytest.mark.parametrize("name", LINKS)
def test_no_name_is_a_link(client, name):
    answer = client.post("/join/", TYPED | {"name": name})

    assert "A name is no web address." in answer.text
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    "name", ["Dash-Ed O’Quoted", "A. B. Initial", "Newly St.Dotted", "عضو جديد", "Some D'Quoted, Dr."]
)
def test_names_as_people_have_them_are_taken(client, name):
    assert client.post("/join/", TYPED | {"name": name}).status_code == 302


def test_whoever_accepts_an_invitation_or_changes_their_name_types_no_link(client):
    _invitation, token = invited()
    typed = {"first_name": LINKS[0], "last_name": LINKS[2], "password": "a long and odd sentence", "languages": ["ar"]}
    assert client.post(f"/join/invitation/{token}/", typed).text.count("A name is no web address.") >= 2

    client.force_login(member_of())
    assert "A name is no web address." in client.post("/my/profile/", {"first_name": LINKS[0], "last_name": "B"}).text


def test_nothing_that_was_typed_stands_in_a_mail_to_who_may_know_nothing_of_it(client):
    known = member_of().email
    for email in ("new@example.org", known):
        client.post("/join/", TYPED | {"name": "Locked account", "role": "Locked account", "email": email})

        mail = last_mail()
        assert mail.to == [email]
        assert "Locked" not in mail.body + mail.subject + mail.alternatives[0].content
    assert not any("Locked" in str(notice.facts) for notice in Notice.objects.all())


def test_what_a_link_shows_is_kept_nowhere(client):
    _invitation, to_new = invited()
    _invitation, to_known = invited(UserFactory().email)
    asked(is_confirmed=False)
    links = [f"/join/invitation/{to_new}/", f"/join/invitation/{to_known}/", f"/join/confirm/{mailed_token()}/"]

    answers = [client.get(link) for link in links]

    assert [(each.status_code, each.headers["Cache-Control"]) for each in answers] == [(200, "private, no-store")] * 3


def test_as_much_is_done_whether_or_not_who_vouches_is_a_member(client, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    known, done = member_of().email, []
    for number, address in enumerate(("warm@example.org", known, "nobody@example.org")):
        asked(f"new{number}@example.org", is_confirmed=False, vouched_by=address)
        token = mailed_token()
        with CaptureQueriesContext(connection) as queries:
            client.post(f"/join/confirm/{token}/")
        done.append([query["sql"].split(" ", 1)[0] for query in queries.captured_queries])

    assert done[1] == done[2]
    assert mails_to(known) == []
    for waiting in JoinRequest.objects.all():
        ask_deciders.func(str(waiting.key))
        ask_deciders.func(str(waiting.key))
    assert mails_to(known) == ["join_asked"]


def test_as_much_is_done_for_a_code_to_a_known_and_to_an_unknown_address():
    known, done = UserFactory(), []
    known.emailaddress_set.create(email=known.email, verified=True, primary=True)
    for email in ("warm@example.org", known.email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as queries:
            Client().post("/accounts/login/code/", {"email": email})
        done.append([query["sql"].split(" ", 1)[0] for query in queries.captured_queries])

    assert done[1] == done[2]
