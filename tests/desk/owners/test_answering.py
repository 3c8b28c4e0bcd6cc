"""The owner answers by the link in the mail, without signing in, and reads what it is about when signed in."""

import re
from time import time

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from portal.access.models import OwnerNotice
from portal.access.services import withdraw_record
from portal.directory.models import Membership
from portal.directory.own_data import own_data
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from tests.factories.owners import sent
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(author, owner, focal):
    return sent(author, owner, title="Depots of the north")


def told():
    return {notice.user: mail_of(notice) for notice in Notice.objects.filter(kind="owner_told")}


def link_in(mail):
    return re.search(r"https?://[^/]+(/owner-told/\S+/)", str(mail.body))[1]


def to_confirm():
    return [(notice.user, link_in(mail_of(notice))) for notice in Notice.objects.filter(kind="owner_confirm")]


def test_exactly_who_speaks_for_the_owner_has_a_mail_that_says_kind_and_code(page, focal):
    mails = told()

    assert set(mails) == {focal}
    assert page.identity.code in str(mails[focal].body)
    assert "Depots" not in f"{mails[focal].subject} {mails[focal].body}"


def test_reading_the_link_changes_nothing_and_one_post_answers(page, focal, client):
    link = link_in(told()[focal])

    for method in (client.get, client.head, client.get):
        assert method(link).status_code == 200
    assert OwnerNotice.objects.get().answer == ""
    assert "Depots" not in client.get(link).text
    assert client.post(link, {}).status_code == 400
    assert client.post(link, {"answer": "maybe"}).status_code == 400
    assert OwnerNotice.objects.get().answer == ""

    assert "Thank you" in client.post(link, {"answer": "not_beyond"}).text
    notice = OwnerNotice.objects.get()
    assert (notice.answer, notice.by) == ("not_beyond", focal)


def test_go_ahead_holds_when_it_is_confirmed_from_the_mailbox(page, focal, client):
    link = link_in(told()[focal])
    for _again in range(2):
        answer = client.post(link, {"answer": "go_ahead", "message": "With pleasure."})
        assert (answer.status_code, OwnerNotice.objects.get().answer) == (200, "")
    ((asked, confirm),) = to_confirm()
    assert asked == focal

    for method in (client.get, client.head, client.get):
        assert method(confirm).status_code == 200
    assert "With pleasure." in client.get(confirm).text
    assert OwnerNotice.objects.get().answer == ""
    assert client.get(confirm[:-3] + "xy/").status_code == 404

    assert "Thank you" in client.post(confirm).text
    notice = OwnerNotice.objects.get()
    assert (notice.answer, notice.by, notice.message) == ("go_ahead", focal, "With pleasure.")
    assert client.post(confirm).status_code == 404


def test_a_no_said_meanwhile_is_not_overtaken(page, focal, client):
    link = link_in(told()[focal])
    client.post(link, {"answer": "go_ahead"})
    ((_asked, confirm),) = to_confirm()
    client.post(link, {"answer": "not_beyond"})

    assert client.get(confirm).status_code == client.post(confirm).status_code == 404
    assert OwnerNotice.objects.get().answer == "not_beyond"


def test_a_link_to_confirm_ends_after_two_days_and_with_its_person(page, owner, focal, client, monkeypatch):
    client.post(link_in(told()[focal]), {"answer": "go_ahead"})
    ((_asked, confirm),) = to_confirm()
    assert client.get(confirm).status_code == 200

    now = time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 49 * 3600)
    assert client.get(confirm).status_code == 404
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 47 * 3600)
    assert client.get(confirm).status_code == 200
    Membership.objects.filter(organisation=owner).update(is_focal_point=False)
    assert client.get(confirm).status_code == 404


def test_exactly_who_speaks_for_the_owner_and_is_signed_in_need_not_confirm(page, owner, focal, client):
    link, other = link_in(told()[focal]), member_of(owner, focal_point=True)
    for user in (member_of(owner), editor()):
        client.force_login(user)
        client.post(link, {"answer": "go_ahead"})
        assert OwnerNotice.objects.get().answer == ""

    client.force_login(other)
    assert "Thank you" in client.post(link, {"answer": "go_ahead"}).text

    notice = OwnerNotice.objects.get()
    assert (notice.answer, notice.by) == ("go_ahead", other)


def test_authors_are_told_of_what_was_not_said_before(page, focal, client):
    link = link_in(told()[focal])
    client.force_login(focal)

    counts = []
    for answer in ("not_beyond", "not_beyond", "go_ahead", "go_ahead"):
        client.post(link, {"answer": answer})
        counts.append(Notice.objects.filter(kind="owner_answered").count())

    assert counts == [1, 1, 2, 2]


@pytest.mark.parametrize("name", ["answer", "confirm"])
def test_a_link_takes_so_many_answers_an_hour(page, focal, client, settings, name):
    settings.ACCOUNT_RATE_LIMITS = {"answer_link": "2/h/key"}
    link = link_in(told()[focal])
    if name == "confirm":
        client.post(link, {"answer": "go_ahead"})
        ((_asked, link),) = to_confirm()

    statuses = [client.post(link, {"answer": "maybe"}).status_code for _each in range(3)]

    assert statuses[2] == 429
    assert 429 not in statuses[:2]
    assert client.get(link).status_code != 429


def test_not_like_this_needs_words_and_its_author_finds_them(page, author, focal, client):
    link = link_in(told()[focal])

    empty = client.post(link, {"answer": "not_so", "message": ""})
    assert empty.status_code == 400
    assert "Write what its author should know" in empty.text
    client.post(link, {"answer": "not_so", "message": "Leave the depots out."})

    assert {notice.user for notice in Notice.objects.filter(kind="owner_answered")} == {author}
    client.force_login(author)
    path = reverse("contribute:overview", args=["case-studies", page.identity.code])
    assert "Leave the depots out." in client.get(path).text


def test_a_link_ends_with_its_person_and_its_entry(page, owner, focal, client):
    link = link_in(told()[focal])
    assert client.get(link[:-3] + "xy/").status_code == 404

    Membership.objects.filter(organisation=owner).update(is_focal_point=False)
    assert client.get(link).status_code == client.post(link, {"answer": "not_beyond"}).status_code == 404
    Membership.objects.filter(organisation=owner).update(is_focal_point=True)
    owner.frozen_at = timezone.now()
    owner.save()
    assert client.get(link).status_code == 404
    owner.frozen_at = None
    owner.save()
    assert client.get(link).status_code == 200
    withdraw_record(identity=page.identity, by=editor())
    assert client.get(link).status_code == 404
    assert not OwnerNotice.objects.exclude(answer="").exists()


def test_exactly_who_speaks_for_the_owner_reads_the_draft(page, owner, focal, client):
    address = reverse("owners:text", args=[page.identity.code])
    people = {
        "focal": focal,
        "staff": member_of(owner),
        "other": member_of(OrganisationFactory(), focal_point=True),
        "member": member_of(),
        "editor": editor(),
    }
    found = set()
    for name, user in people.items():
        client.force_login(user)
        answer = client.get(address)
        found |= {name} if answer.status_code == 200 and "Depots of the north" in answer.text else set()

    assert found == {"focal"}


def test_who_speaks_from_today_on_is_told_within_a_day(author, owner):
    sent(author, owner)
    assert told() == {}
    somebody = member_of(owner, focal_point=True)

    call_command("ask_whether_true", verbosity=0)
    call_command("ask_whether_true", verbosity=0)

    assert set(told()) == {somebody}


def test_it_is_among_what_is_kept_of_who_answered(page, focal, client):
    client.post(link_in(told()[focal]), {"answer": "not_beyond"})

    (kept,) = own_data(focal)["answers_as_owner"]
    assert (kept["identity__code"], kept["answer"]) == (page.identity.code, "not_beyond")
