"""What a person follows in one mail a day or a week, whatever happens; empty ones are not sent."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from portal.access.enums import Level
from portal.access.services import restrict_access
from portal.notifications.enums import Digest, Mails, State
from portal.notifications.gathering import began_at, gather_digests
from portal.notifications.models import Notice
from portal.notifications.posting import tell
from portal.notifications.sending import send_due
from portal.notifications.wanted import choose_mails
from tests.factories.people import UserFactory, editor, member_of
from tests.factories.records import make_record
from tests.notifications.smtp_server import DROP, mail_server

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("now", "daily", "weekly"),
    [
        (MONDAY, MONDAY, MONDAY),
        (MONDAY - HOUR, MONDAY - DAY, MONDAY - 7 * DAY),
        (MONDAY + 2 * DAY + HOUR, MONDAY + 2 * DAY, MONDAY),
        (MONDAY + 7 * DAY, MONDAY + 7 * DAY, MONDAY + 7 * DAY),
    ],
)
def test_when_a_period_began(now, daily, weekly):
    assert (began_at(Digest.DAILY, now), began_at(Digest.WEEKLY, now)) == (daily, weekly)


def news(user, number, at, kind="try_news", **more):
    """A notice of what is followed, held for the digest since that time."""
    tell(kind=kind, event=f"n:{number}", people=[user], **more)
    send_due()
    Notice.objects.filter(event=f"n:{number}", user=user).update(created_at=at)


def follower(digest):
    user = member_of()
    choose_mails(user=user, mails=Mails.ALL, digest=digest)
    return user


def sent_at(now, mailoutbox):
    """The mails that are sent when digests are made at that time, twice."""
    mailoutbox.clear()
    for _ in range(2):
        gather_digests(now)
        send_due()
    return list(mailoutbox)


def test_one_mail_for_all_that_came_before(mailoutbox):
    user = follower(Digest.DAILY)
    news(user, 1, MONDAY - HOUR, facts={"what": "this", "path": "/practices/"})
    news(user, 2, MONDAY - 2 * HOUR, facts={"what": "that"})
    news(user, 3, MONDAY + HOUR)

    (mail,) = sent_at(MONDAY + 2 * HOUR, mailoutbox)

    assert mail.subject == "2 news of what you follow"
    assert mail.body.index("Try that") < mail.body.index("Try this") < mail.body.index("/practices/")
    states = dict(Notice.objects.values_list("event", "state"))
    assert states == {"n:1": "sent", "n:2": "sent", "n:3": "held", "digest:2026-11-23": "sent"}
    assert len(sent_at(MONDAY + DAY, mailoutbox)) == 1


def test_a_weekly_one_waits_for_monday(mailoutbox):
    user = follower(Digest.WEEKLY)
    news(user, 1, MONDAY + HOUR)

    days = [len(sent_at(MONDAY + number * DAY, mailoutbox)) for number in range(1, 9)]

    assert days == [0, 0, 0, 0, 0, 0, 1, 0]


def test_whoever_chooses_anew_on_the_same_day_gets_no_second_one(mailoutbox):
    user = follower(Digest.WEEKLY)
    news(user, 1, MONDAY - HOUR)
    assert len(sent_at(MONDAY, mailoutbox)) == 1
    choose_mails(user=user, mails=Mails.ALL, digest=Digest.DAILY)
    news(user, 2, MONDAY - HOUR)

    assert sent_at(MONDAY + HOUR, mailoutbox) == []
    assert len(sent_at(MONDAY + DAY, mailoutbox)) == 1


def test_access_is_asked_again_and_an_empty_digest_is_not_sent(mailoutbox):
    user = follower(Digest.DAILY)
    open_page, closed = (make_record(title=title, listed_to=Level.MEMBERS) for title in ("Open", "Closed"))
    for number, page in enumerate((open_page, closed)):
        news(user, number, MONDAY - HOUR, kind="try_followed", record=page.key)
    restrict_access(identity=closed.identity, by=editor(), listed_to=Level.OWNER)

    gather_digests(MONDAY)
    send_due()
    (mail,) = mailoutbox
    assert open_page.identity.code in mail.body
    assert closed.identity.code not in mail.message().as_string()
    assert mail.subject == "1 news of what you follow"

    news(user, 3, MONDAY, kind="try_followed", record=open_page.key)
    restrict_access(identity=open_page.identity, by=editor(), listed_to=Level.OWNER)
    assert sent_at(MONDAY + DAY, mailoutbox) == []
    assert Notice.objects.get(event="digest:2026-11-24").state == State.WITHDRAWN


def test_what_is_followed_comes_by_itself_once_no_digest_is_wanted(mailoutbox):
    user = follower(Digest.DAILY)
    news(user, 1, MONDAY)
    assert mailoutbox == []

    choose_mails(user=user, mails=Mails.ALL, digest=Digest.OFF)
    send_due()

    assert [mail.to for mail in mailoutbox] == [[user.email]]


def test_what_was_held_at_the_same_moment_comes_too(mailoutbox):
    user = follower(Digest.OFF)
    tell(kind="try_news", event="n", people=[user])
    Notice.objects.update(state=State.HELD, next_try_at=None)

    assert len(sent_at(MONDAY, mailoutbox)) == 1


def test_who_wants_no_news_gets_no_digest(mailoutbox):
    user = follower(Digest.DAILY)
    news(user, 1, MONDAY - HOUR)
    choose_mails(user=user, mails=Mails.MUST, digest=Digest.DAILY)

    assert sent_at(MONDAY, mailoutbox) == []
    assert set(Notice.objects.values_list("state", flat=True)) == {State.STOPPED}


def test_an_account_that_ended_gets_none(mailoutbox):
    user = follower(Digest.DAILY)
    news(user, 1, MONDAY - HOUR)
    user.is_active = False
    user.save()

    assert sent_at(MONDAY, mailoutbox) == []


@pytest.mark.parametrize(("answer", "state"), [(None, "sent"), (550, "refused"), (450, "held")])
def test_what_is_in_a_digest_goes_its_way(settings, answer, state):
    user = follower(Digest.DAILY)
    news(user, 1, MONDAY - HOUR)
    gather_digests(MONDAY)
    with mail_server(lambda step, recipient: answer if step == "RCPT" else None) as server:
        settings.MAILERS = server.mailer
        send_due()

    assert Notice.objects.get(event="n:1").state == state


def test_an_unanswered_digest_is_the_same_when_it_is_repeated(settings):
    user = follower(Digest.DAILY)
    news(user, 1, MONDAY - HOUR)
    gather_digests(MONDAY)
    answers = iter([DROP, 250])
    with mail_server(lambda step, recipient: next(answers) if step == "end" else None) as server:
        settings.MAILERS = server.mailer
        for _ in range(2):
            Notice.objects.exclude(next_try_at=None).update(next_try_at=MONDAY)
            send_due()

    assert dict(server.ends) == {Notice.objects.get(kind="digest").message_id: [DROP, 250]}
    assert set(Notice.objects.values_list("state", flat=True)) == {State.SENT}


def test_what_was_in_a_digest_without_an_answer_ends_with_it(settings):
    user = follower(Digest.DAILY)
    news(user, 1, MONDAY - HOUR, facts={"name": "Newly"})
    gather_digests(MONDAY)
    with mail_server(lambda step, recipient: DROP if step == "end" else None) as server:
        settings.MAILERS = server.mailer
        for _ in range(2):
            Notice.objects.exclude(next_try_at=None).update(next_try_at=MONDAY)
            send_due()

    assert [(each.state, each.facts) for each in Notice.objects.all()] == [(State.UNANSWERED, {})] * 2
    assert not Notice.objects.filter(ended_at=None).exists()


def test_the_command_makes_them(mailoutbox, capsys, django_capture_on_commit_callbacks):
    news(UserFactory(), 1, MONDAY - HOUR)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("send_digests")

    assert (capsys.readouterr().out, len(mailoutbox)) == ("1 digests.\n", 1)
