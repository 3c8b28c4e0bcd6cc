"""Writing to a member: the address is shown to nobody, visitors confirm theirs, there are limits."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from portal.core.retention import keep_retention
from portal.desk.models import WaitingMessage
from portal.directory.erasing import erase_account
from portal.directory.own_data import own_data
from portal.notifications.enums import Digest, Mails
from portal.notifications.models import Notice
from portal.notifications.wanted import choose_mails
from tests.factories.mails import last_mail, mails_to
from tests.factories.people import UserFactory, member_of

pytestmark = pytest.mark.django_db
VISITOR = {"name": "Sam Visitor", "email": "Sam@Example.org", "text": "May we talk about schools?"}


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def reader(listed):
    return listed()


def url_of(user):
    return reverse("member_directory:write", args=[user.member.contact_key])


def confirm_url():
    (path,) = re.findall(r"/members/confirm/[\w-]+/", last_mail().body)
    return path


def asked(client, reader, **values):
    answer = client.post(url_of(reader), {**VISITOR, **values})
    assert answer.status_code == 302
    return confirm_url()


def test_a_member_writes_at_once_and_the_answer_goes_to_them(client, reader, people):
    writer = people["member"]
    writer.first_name, writer.last_name = "Lena", "Berg"
    writer.save()
    client.force_login(writer)

    answer = client.post(url_of(reader), {"text": "Do you know the school lists?"})
    mail = last_mail()

    assert answer.status_code == 302
    assert (mail.to, mail.extra_headers["Reply-To"]) == ([reader.email], writer.email)
    assert "Lena Berg" in mail.subject
    assert "Do you know the school lists?" in mail.body


def test_a_visitor_is_not_told_who_it_is(client, reader):
    answer = client.get(url_of(reader))

    assert answer.status_code == 200
    assert "Joined" not in answer.text
    assert reader.email not in answer.text


def test_a_visitors_message_waits_for_its_address(client, reader):
    url = asked(client, reader)

    assert mails_to(reader.email) == []
    assert mails_to("sam@example.org") == ["member_message_confirm"]
    assert reader.email not in last_mail().body
    client.get(url)
    assert mails_to(reader.email) == []

    answer = client.post(url)

    assert answer["Location"] == reverse("member_directory:passed-on")
    assert last_mail().to == [reader.email]
    assert last_mail().extra_headers["Reply-To"] == "sam@example.org"
    assert VISITOR["text"] in last_mail().body
    assert WaitingMessage.objects.count() == 0
    # Of the visitor stays nothing but the mail to the member, until that is sent.
    assert not Notice.objects.filter(address="sam@example.org").exists()


def test_the_link_works_once(client, reader):
    url = asked(client, reader)

    assert [client.post(url).status_code for _twice in range(2)] == [302, 410]
    assert client.get(url).status_code == 410
    assert mails_to(reader.email) == ["member_message"]


def test_the_link_works_for_a_day(client, reader):
    url = asked(client, reader)
    WaitingMessage.objects.update(asked_at=timezone.now() - timedelta(hours=24, minutes=1))

    assert client.post(url).status_code == 410
    assert mails_to(reader.email) == []


def test_the_database_keeps_no_token(client, reader):
    token = asked(client, reader).split("/")[-2]

    assert token not in str(WaitingMessage.objects.values_list().get())


def test_who_agrees_no_more_is_reached_no_more(client, reader):
    url = asked(client, reader)
    reader.member.is_listed = False
    reader.member.save()

    assert client.post(url).status_code == 410
    assert client.get(url_of(reader)).status_code == 404
    assert mails_to(reader.email) == []


def test_who_wants_no_mails_is_not_written_to(client, reader, people):
    url = asked(client, reader)
    client.force_login(people["member"])
    assert url_of(reader) in client.get(reverse("member_directory:members")).text

    choose_mails(user=reader, mails=Mails.NONE, digest=Digest.OFF)

    assert client.post(url).status_code == 410
    assert [ask(url_of(reader)).status_code for ask in (client.get, client.post)] == [404, 404]
    text = client.get(reverse("member_directory:members")).text
    assert "Joined" in text
    assert url_of(reader) not in text


def test_nobody_unlisted_can_be_written_to(client, people):
    unlisted = {url_of(user) for user in people.values() if user and hasattr(user, "member")}
    nobody = reverse("member_directory:write", args=[uuid4()])
    for user in (None, people["member"], people["editor"]):
        client.logout()
        if user:
            client.force_login(user)
        answers = [client.post(url, VISITOR) for url in (*unlisted, nobody)]
        assert {answer.status_code for answer in answers} == {404}

    assert Notice.objects.count() == 0


def test_who_is_member_no_more_writes_as_visitors_do(client, reader, people):
    client.force_login(people["former member"])

    assert "Joined" not in client.get(url_of(reader)).text
    client.post(url_of(reader), VISITOR)
    assert mails_to(reader.email) == []


def test_a_member_writes_ten_times_a_day(client, listed, people):
    client.force_login(people["member"])
    readers = [listed("A", f"B{number}") for number in range(11)]

    answers = [client.post(url_of(each), {"text": "Hello"}).status_code for each in readers]

    assert answers == [302] * 10 + [429]
    assert Notice.objects.count() == 10


def test_a_member_writes_to_the_same_person_three_times_a_day(client, reader):
    client.force_login(member_of())
    answers = [client.post(url_of(reader), {"text": "Hello"}).status_code for _again in range(4)]
    assert answers == [302] * 3 + [429]

    client.force_login(member_of())
    assert client.post(url_of(reader), {"text": "Hello"}).status_code == 302


def test_a_person_gets_only_so_many_a_day(client, reader, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"written_to_in_all": "2/d/key"}
    answers = []
    for _again in range(3):
        client.force_login(member_of())
        answers.append(client.post(url_of(reader), {"text": "Hello"}).status_code)

    assert answers == [302, 302, 429]


def test_an_address_is_asked_three_times_a_day_and_answered_as_ever(client, listed):
    readers = [listed("A", f"B{number}") for number in range(4)]

    answers = [client.post(url_of(each), VISITOR).headers["Location"] for each in readers]

    assert answers == ["/members/sent/"] * 4
    assert WaitingMessage.objects.count() == Notice.objects.count() == 3
    client.post(url_of(readers[0]), VISITOR, REMOTE_ADDR="192.0.2.7")
    assert WaitingMessage.objects.count() == 4


def test_the_page_of_the_link_is_kept_nowhere(client, reader):
    assert client.get(asked(client, reader)).headers["Cache-Control"] == "private, no-store"


def test_a_visitors_name_is_no_link(client, reader):
    answer = client.post(url_of(reader), {**VISITOR, "name": "Open https://evil.example"})

    assert "A name is no web address." in answer.text
    assert Notice.objects.count() == 0


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, reader):
    answer = client.post(url_of(reader), {**VISITOR, "email": "no address"})

    assert answer.status_code == 400
    assert VISITOR["text"] in answer.text
    assert Notice.objects.count() == 0


def test_a_name_cannot_add_a_header(client, reader):
    client.post(asked(client, reader, name="Sam\r\nBcc: all"))

    assert last_mail().to == [reader.email]
    assert "\n" not in last_mail().subject


def test_unconfirmed_messages_go(client, reader):
    asked(client, reader)

    keep_retention(timezone.now() + timedelta(days=3))

    assert WaitingMessage.objects.count() == Notice.objects.count() == 0


def test_erased_people_leave_no_message(client, reader):
    writer = UserFactory(email="sam@example.org")
    asked(client, reader)
    assert [row["text"] for row in own_data(writer)["messages_not_confirmed"]] == [VISITOR["text"]]

    erase_account(user=writer, by=writer)

    assert WaitingMessage.objects.count() == 0


def test_erased_people_leave_no_message_that_waits_to_be_sent(client, reader, people):
    writer, other = people["member"], people["member of nothing"]
    for user in (writer, other):
        client.force_login(user)
        client.post(url_of(reader), {"text": "Hello"})

    erase_account(user=writer, by=writer)

    assert [notice.facts["reply_to"] for notice in Notice.objects.filter(user=reader)] == [other.email]
