"""The owner answers by the link in the mail, without signing in, and reads what it is about when signed in."""

import re

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

    assert "Thank you" in client.post(link, {"answer": "go_ahead"}).text
    notice = OwnerNotice.objects.get()
    assert (notice.answer, notice.by) == ("go_ahead", focal)
    client.post(link, {"answer": "not_beyond"})
    assert OwnerNotice.objects.get().answer == "not_beyond"


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
    assert client.get(link).status_code == client.post(link, {"answer": "go_ahead"}).status_code == 404
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
    client.post(link_in(told()[focal]), {"answer": "go_ahead"})

    (kept,) = own_data(focal)["answers_as_owner"]
    assert (kept["identity__code"], kept["answer"]) == (page.identity.code, "go_ahead")
