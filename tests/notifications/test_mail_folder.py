"""Where mails are files, a person is shown their own; in production nobody is."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage, mailers
from django.core.management import call_command

from portal.notifications import mail_folder
from portal.notifications.enums import State
from portal.notifications.models import Notice
from portal.notifications.posting import tell
from portal.notifications.queries import shown_mails
from portal.notifications.sending import send_due
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    settings.MAIL_FOLDER = tmp_path / "mail"
    backend = "portal.notifications.mail_folder.FolderBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": {"folder": settings.MAIL_FOLDER}}}
    return settings.MAIL_FOLDER


def test_each_reader_sees_their_own(folder, client):
    one, two = UserFactory(), UserFactory()
    tell(kind="try_must", event="e:1", people=[one, two], facts={"what": "سؤال"})
    send_due()
    tell(kind="try_must", event="e:2", people=[one])
    send_due()

    assert [mail.subject for mail in shown_mails(one)] == ["Try", "Try سؤال"]
    assert [mail.subject for mail in shown_mails(one, most=1)] == ["Try"]
    assert [mail.subject for mail in shown_mails(two)] == ["Try سؤال"]
    assert "Try & see" in shown_mails(two)[0].text
    assert shown_mails(AnonymousUser()) == []
    client.force_login(two)
    shown = client.get("/my/notices/").text
    assert shown.count("<summary><bdi>Try") == 1
    assert "<summary><bdi>Try سؤال</bdi>" in shown
    assert "Try &amp; see" in shown


def test_never_where_there_are_no_demo_accounts(folder, settings):
    user = UserFactory()
    tell(kind="try_must", event="e:1", people=[user])
    send_due()
    settings.PORTAL_DEMO_ALLOWED = False

    assert shown_mails(user) == []


def test_old_files_are_removed(folder, monkeypatch):
    monkeypatch.setattr(mail_folder, "KEPT", 2)
    for number in range(4):
        mailers.default.send_messages([EmailMessage(str(number), "", to=["a@example.org"])])

    assert [mail.subject for mail in mail_folder.mails_to("A@example.org", folder, 10)] == ["3", "2"]


def test_what_is_listed_for_who_runs_the_portal(capsys):
    for number, (state, values) in enumerate([
        (State.SENT, {}), (State.SENT, {"unanswered": 1}), (State.UNANSWERED, {"unanswered": 2}),
        (State.REFUSED, {"answer": "RCPT 550"}), (State.DUE, {"attempts": 3, "answer": "RCPT 450"}), (State.DUE, {}),
    ]):  # fmt: skip
        user = UserFactory(email=f"secret-{number}@example.org")
        Notice.objects.create(kind="try_must", event=f"e:{number}", user=user, state=state, **values)

    call_command("list_mail")
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["2", "due"], ["1", "refused"], ["2", "sent"], ["1", "unanswered"],
    ]  # fmt: skip
    for name, events in {"unanswered": ["e:2", "e:1"], "refused": ["e:3"], "late": ["e:4"]}.items():
        call_command("list_mail", name)
        printed = capsys.readouterr().out
        ids = dict(Notice.objects.values_list("event", "message_id"))
        assert [line.split()[0] for line in printed.splitlines()] == [ids[event] for event in events]
        assert "secret" not in printed


def test_the_command_has_what_is_due_sent(mailoutbox, capsys):
    tell(kind="try_must", event="e", people=[UserFactory()])

    call_command("send_mail_due")

    assert (capsys.readouterr().out, len(mailoutbox)) == ("1 mails are due.\n", 1)
