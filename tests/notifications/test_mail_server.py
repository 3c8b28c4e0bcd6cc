"""A mail server's own ways: what it answers at each step, when it falls silent, hangs up or is away."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, mailers
from django.utils import timezone

from portal.notifications import states
from portal.notifications.enums import State
from portal.notifications.mail_server import Answer, Outcome, open_line
from portal.notifications.models import Notice
from portal.notifications.posting import tell
from portal.notifications.sending import send_due
from tests.factories.people import UserFactory
from tests.notifications.smtp_server import DROP, SILENCE, mail_server

pytestmark = pytest.mark.django_db


def sent_over(behave, settings, times=1):
    """The one notice, and the server, after what was due was sent that many times, each after all pauses."""
    user = UserFactory(email="person@example.org")
    tell(kind="try_must", event="e", people=[user], facts={"name": "Newly"})
    with mail_server(behave) as server:
        settings.MAILERS = server.mailer
        for _ in range(times):
            Notice.objects.exclude(next_try_at=None).update(next_try_at=timezone.now())
            send_due()
    return Notice.objects.get(), server


def always(step, answer):
    return lambda at, recipient: answer if at == step else None


@pytest.mark.parametrize(
    ("step", "answer", "state", "said"),
    [
        ("MAIL", 550, State.DUE, "MAIL 550"),
        ("MAIL", 421, State.DUE, "MAIL 421"),
        ("MAIL", DROP, State.DUE, "line broke"),
        ("RCPT", 550, State.REFUSED, "RCPT 550"),
        ("RCPT", 450, State.DUE, "RCPT 450"),
        ("RCPT", SILENCE, State.DUE, "line broke"),
        ("DATA", 554, State.REFUSED, "DATA 554"),
        ("DATA", 451, State.DUE, "DATA 451"),
        ("body", DROP, State.DUE, "line broke"),
        ("end", 250, State.SENT, "end 250"),
        ("end", 452, State.DUE, "end 452"),
        ("end", 554, State.REFUSED, "end 554"),
        ("end", DROP, State.UNANSWERED, ""),
        ("end", SILENCE, State.UNANSWERED, ""),
        ("end", 999, State.UNANSWERED, ""),
        ("answered", DROP, State.SENT, "end 250"),
    ],
)
def test_each_answer_at_each_step(settings, step, answer, state, said):
    notice, server = sent_over(always(step, answer), settings)

    if (step, answer) == ("body", DROP):
        # The line may break while the last words go out, or only when the end does.
        assert notice.state in (State.DUE, State.UNANSWERED)
        return
    assert (notice.state, notice.answer) == (state, said)
    assert notice.unanswered == (state == State.UNANSWERED)
    assert len(server.messages) == (state == State.SENT)
    assert (notice.next_try_at is None) == (state in (State.SENT, State.REFUSED))


@pytest.mark.parametrize("way", [DROP, SILENCE])
def test_an_unanswered_mail_is_repeated_once_with_its_message_id(settings, way):
    notice, server = sent_over(always("end", way), settings, times=4)

    assert dict(server.ends) == {notice.message_id: [way, way]}
    assert (notice.state, notice.unanswered, notice.next_try_at) == (State.UNANSWERED, 2, None)
    # Nothing more is done with it: what it says goes, and it is kept no longer than the others.
    assert notice.facts == {}
    assert notice.ended_at is not None


def test_a_repetition_that_is_refused_for_now_is_not_repeated_again(settings):
    answers = iter([DROP, 452, 250])
    notice, server = sent_over(lambda step, recipient: next(answers) if step == "end" else None, settings, times=3)

    assert dict(server.ends) == {notice.message_id: [DROP, 452]}
    assert (notice.state, notice.next_try_at) == (State.UNANSWERED, None)


def test_a_repetition_that_comes_through_is_sent(settings):
    answers = iter([DROP, 250])
    notice, server = sent_over(lambda step, recipient: next(answers) if step == "end" else None, settings, times=3)

    assert dict(server.ends) == {notice.message_id: [DROP, 250]}
    assert (notice.state, notice.unanswered) == (State.SENT, 1)


def test_pauses_grow_and_after_days_it_is_given_up(settings):
    pauses = []
    for _ in range(len(states.PAUSES) + 1):
        before = timezone.now()
        Notice.objects.all().delete()
        tell(kind="try_must", event="e", people=[UserFactory()])
        Notice.objects.update(attempts=len(pauses))
        with mail_server(always("RCPT", 450)) as server:
            settings.MAILERS = server.mailer
            send_due()
        pauses.append(round((Notice.objects.get().next_try_at - before) / timedelta(minutes=1)))
    Notice.objects.update(next_try_at=timezone.now(), created_at=timezone.now() - timedelta(days=6))
    with mail_server(always("RCPT", 450)) as server:
        settings.MAILERS = server.mailer
        send_due()

    assert pauses == [1, 5, 15, 60, 240, 240]
    assert (Notice.objects.get().state, Notice.objects.get().answer) == (State.REFUSED, "RCPT 450")


def test_nor_is_a_repetition_tried_for_ever(settings):
    sent_over(always("end", DROP), settings)
    Notice.objects.update(next_try_at=timezone.now(), created_at=timezone.now() - timedelta(days=6))
    with mail_server(always("RCPT", 450)) as server:
        settings.MAILERS = server.mailer
        send_due()

    notice = Notice.objects.get()
    assert (notice.state, notice.next_try_at, notice.facts) == (State.UNANSWERED, None, {})
    assert notice.ended_at is not None


def test_a_server_that_is_away_keeps_all_and_is_asked_once(settings):
    for number in range(3):
        tell(kind="try_must", event=f"e:{number}", people=[UserFactory()])
    with mail_server() as server:
        settings.MAILERS = server.mailer
    assert send_due() == 0

    assert set(Notice.objects.values_list("state", "attempts")) == {(State.DUE, 0)}
    assert states.due().count() == 2


def test_many_mails_go_over_one_line(settings):
    for number in range(5):
        tell(kind="try_must", event=f"e:{number}", people=[UserFactory()])
    with mail_server() as server:
        settings.MAILERS = server.mailer
        assert send_due() == 5

    assert (server.connections, len(server.messages)) == (1, 5)


def test_a_line_that_begins_with_a_dot_keeps_it(settings):
    mail = EmailMessage("s", ".begins\n..twice", to=["a@example.org"], headers={"Message-ID": "<1@x>"})
    with mail_server() as server:
        settings.MAILERS = server.mailer
        with open_line() as line:
            line.hand_over(mail, lambda: True)

    assert b"\r\n..begins\r\n...twice\r\n" in server.messages[0][1]


@pytest.mark.parametrize("is_server", [True, False])
def test_a_mail_that_is_somebody_elses_by_now_is_not_ended(settings, mailoutbox, is_server):
    mail = EmailMessage("s", "words", to=["a@example.org"], headers={"Message-ID": "<1@x>"})
    with mail_server() as server:
        settings.MAILERS = server.mailer if is_server else settings.MAILERS
        with open_line() as line:
            assert line.hand_over(mail, lambda: False) == Answer(Outcome.LATER, "taken over")

    assert (server.ends, mailoutbox) == ({}, [])


def test_bad_manners_at_the_end_of_the_line_harm_nothing(settings):
    notice, _ = sent_over(always("QUIT", "2" * 10_000), settings)

    assert notice.state == State.SENT


def test_who_lost_the_claim_ends_no_mail(settings):
    tell(kind="try_must", event="e", people=[UserFactory()])
    mine = states.claim_next()
    Notice.objects.update(next_try_at=timezone.now())
    theirs = states.claim_next()

    assert (states.hand_over(mine), states.hand_over(theirs)) == (0, 1)
    states.note_later(mine, "late")
    assert Notice.objects.get().state == State.UNANSWERED


def test_what_the_server_took_is_sent_whoever_claimed_it_meanwhile():
    tell(kind="try_must", event="e", people=[UserFactory()])
    mine = states.claim_next()
    states.hand_over(mine)
    Notice.objects.update(next_try_at=timezone.now())
    theirs = states.claim_next()

    states.note_sent(mine)

    assert states.hand_over(theirs) == 0
    assert Notice.objects.get().state == State.SENT


def test_two_never_claim_the_same():
    tell(kind="try_must", event="e", people=[UserFactory(), UserFactory()])

    claimed = [states.claim_next(), states.claim_next(), states.claim_next()]

    assert claimed[0].pk != claimed[1].pk
    assert claimed[2] is None


def test_the_default_mailer_of_tests_is_no_server():
    assert type(mailers.default).__module__.endswith("locmem")
