"""What a person chooses, and how mails are stopped without signing in."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone, translation

from portal.directory.models import Member
from portal.notifications.enums import Digest, Mails, State
from portal.notifications.models import Notice
from portal.notifications.posting import tell, write_to
from portal.notifications.sending import send_due
from portal.notifications.stop_links import stop_url
from portal.notifications.wanted import choose_mails, is_stopped, language_of, preference_of
from portal.users.models import User
from tests.factories.people import UserFactory, member_of

pytestmark = pytest.mark.django_db
ADDRESS = "/my/notices/"


def wants(user):
    preference = preference_of(User.objects.get(pk=user.pk))
    return preference.mails, preference.digest, preference.language


def link_in(mail):
    return re.fullmatch(r"<https?://[^/]+(/.*)>", mail.extra_headers["List-Unsubscribe"])[1]


def mailed(kind, user, mailoutbox):
    """The path of the stop link in a mail of that kind."""
    mailoutbox.clear()
    tell(kind=kind, event=f"{kind}:{timezone.now()}", people=[user])
    send_due()
    return link_in(mailoutbox[0])


def test_a_person_chooses(client):
    user = UserFactory()
    client.force_login(user)

    answer = client.post(ADDRESS, {"mails": "must", "digest": "daily", "language": "ar"}, follow=True)

    assert answer.redirect_chain == [(ADDRESS, 302)]
    assert answer["Cache-Control"] == "private, no-store"
    assert wants(user) == (Mails.MUST, Digest.DAILY, "ar")


def test_a_choice_that_there_is_not_is_refused_in_words(client):
    user = UserFactory()
    client.force_login(user)

    answer = client.post(ADDRESS, {"mails": "some", "digest": "daily", "language": ""})

    assert answer.status_code == 400
    assert "not one of the available choices" in answer.content.decode()
    assert wants(user) == (Mails.ALL, Digest.WEEKLY, "")


def test_visitors_are_asked_to_sign_in(client):
    assert client.get(ADDRESS)["Location"] == f"/accounts/login/?next={ADDRESS}"


def test_a_forged_choice_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory())

    assert client.post(ADDRESS, {"mails": "none", "digest": "off"}).status_code == 403


@pytest.mark.parametrize(("kind", "left"), [("try_news", Mails.MUST), ("try_must", Mails.NONE)])
def test_one_click_stops_without_a_session(kind, left, mailoutbox):
    user = UserFactory()
    choose_mails(user=user, mails=Mails.ALL, digest=Digest.OFF, language="fr")
    path = mailed(kind, user, mailoutbox)
    client = Client(enforce_csrf_checks=True)
    assert mailoutbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert path.startswith("/fr/my/notices/stop/")

    shown = client.get(path)
    assert wants(user) == (Mails.ALL, Digest.OFF, "fr")
    assert (shown.status_code, shown["Cache-Control"], shown.cookies) == (200, "private, no-store", {})
    assert user.email not in shown.content.decode()

    done = client.post(path, {"List-Unsubscribe": "One-Click"})
    assert (done.status_code, done.cookies) == (200, {})
    assert wants(user) == (left, Digest.OFF, "fr")
    assert client.post(path).status_code == 200
    assert wants(user) == (left, Digest.OFF, "fr")


def test_who_wants_nothing_gets_no_news_back_by_an_old_link(client, mailoutbox):
    user = UserFactory()
    choose_mails(user=user, mails=Mails.ALL, digest=Digest.OFF)
    path = mailed("try_news", user, mailoutbox)
    choose_mails(user=user, mails=Mails.NONE, digest=Digest.OFF)

    client.post(path)

    assert wants(user)[0] == Mails.NONE


def test_an_address_without_account_stops_too(client, mailoutbox):
    write_to(kind="try_must", event="e:1", address="guest@example.org", language="ar")
    send_due()

    client.post(link_in(mailoutbox[0]))

    assert is_stopped("Guest@example.org")
    assert not is_stopped("other@example.org")


def test_what_always_goes_out_has_no_stop_link(mailoutbox):
    tell(kind="try_always", event="e", people=[UserFactory()])
    send_due()

    assert {"List-Unsubscribe", "List-Unsubscribe-Post"} & set(mailoutbox[0].extra_headers) == set()
    assert "Stop such mails" not in mailoutbox[0].message().as_string()


def test_links_that_are_not_ours_or_have_ended_are_absent(client, mailoutbox):
    user = UserFactory()
    choose_mails(user=user, mails=Mails.ALL, digest=Digest.OFF)
    path = mailed("try_must", user, mailoutbox)
    other = signing.TimestampSigner(salt="other").sign(Notice.objects.get().pk.hex)

    forged = [path[:-3] + "aa/", f"/my/notices/stop/{other}/", "/my/notices/stop/none/"]
    assert [client.post(each).status_code for each in forged] == [404, 404, 404]
    Notice.objects.all().delete()
    assert client.post(path).status_code == 404
    assert wants(user)[0] == Mails.ALL


def test_a_link_lasts_a_year(client):
    tell(kind="try_must", event="e", people=[UserFactory()])
    signed_at = timezone.now() - timedelta(days=366)
    signer = signing.TimestampSigner(salt="portal.notifications.stop")
    signer.timestamp = lambda: signing.b62_encode(int(signed_at.timestamp()))
    old = signer.sign(Notice.objects.get().pk.hex)

    assert client.get(f"/my/notices/stop/{old}/").status_code == 404
    assert client.get(stop_url(Notice.objects.get()).split("127.0.0.1:8000")[1]).status_code == 200


@pytest.mark.parametrize(("known", "chosen", "expected"), [
    ([], "", "en"), (["es", "ar", "fr"], "", "ar"), (["ar"], "fr", "fr"), (["ru"], "", "en"),
])  # fmt: skip
def test_mails_are_in_the_language_of_their_reader(known, chosen, expected, mailoutbox):
    user = member_of()
    Member.objects.filter(user=user).update(languages=known)
    user = User.objects.get(pk=user.pk)
    if chosen:
        choose_mails(user=user, mails=Mails.ALL, digest=Digest.OFF, language=chosen)

    assert language_of(user) == expected
    with translation.override("en"):
        tell(kind="try_must", event="e", people=[user])
        send_due()
    html = mailoutbox[0].alternatives[0].content
    assert f'<html lang="{expected}" dir="{"rtl" if expected == "ar" else "ltr"}">' in html


def test_text_is_written_as_it_is_and_html_is_made_from_it(mailoutbox):
    user = UserFactory(first_name="A<b>", last_name="& C")
    tell(kind="try_must", event="e", people=[user], facts={"what": "<i>\r\nBcc: x@example.org"})
    send_due()

    (mail,) = mailoutbox
    assert mail.subject == "Try <i> Bcc: x@example.org"
    assert mail.body.startswith("Dear A<b> & C,\n\nTry & see")
    assert "Dear A&lt;b&gt; &amp; C," in mail.alternatives[0].content
    assert "Try &amp; see" in mail.alternatives[0].content


@pytest.mark.parametrize(
    ("ends", "shown"),
    [
        ([], False),
        ([(State.REFUSED, "RCPT 550")], True),
        ([(State.REFUSED, "end 554")], False),
        ([(State.REFUSED, "RCPT 550"), (State.SENT, "end 250")], False),
        ([(State.SENT, "end 250"), (State.REFUSED, "RCPT 550")], True),
    ],
)
def test_mails_that_come_back_are_told_on_the_page(client, ends, shown):
    user = UserFactory()
    for number, (state, answer) in enumerate(ends):
        at = timezone.now() + timedelta(minutes=number)
        Notice.objects.create(kind="try_must", event=f"e:{number}", user=user, state=state, answer=answer, ended_at=at)
    client.force_login(user)

    assert ("come back" in client.get(ADDRESS).content.decode()) == shown
