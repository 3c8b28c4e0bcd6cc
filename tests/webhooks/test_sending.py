"""How messages go: signed, tried again, in order, to nobody who left."""

import base64
from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.enums import Level
from portal.access.services import withdraw_record
from portal.core.outside import connection
from portal.directory.erasing import erase_account
from portal.directory.leaving import leave
from portal.webhooks import posting, states
from portal.webhooks.hooks import end, pause, renew_secret, resume, send_test
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.sending import send_due
from portal.webhooks.signing import _signature, secret_of
from portal.webhooks.states import PAUSES, claim_next, note_failed
from portal.webhooks.tasks import wake
from tests.factories.people import editor
from tests.factories.records import decide, make_record
from tests.webhooks.conftest import at_once
from tests.webhooks.receiver import OK, signed_by

pytestmark = pytest.mark.django_db
DOWN = (500, {}, b"Not today\x00\n <b>")


def test_the_signature_is_that_of_the_specification():
    # https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries, in the tests of each library
    secret = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signed = b'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}'

    assert _signature(secret, signed) == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_message_is_signed_with_the_secret_of_its_webhook_alone(add, receiver, user):
    hook, other = add(), add(kinds=["need"])
    make_record()
    send_due()
    message = receiver.taken[0]

    assert signed_by(message, secret_of(hook))
    assert not signed_by(message, secret_of(other))
    assert not signed_by(message | {"body": message["body"] + b" "}, secret_of(hook))
    assert message["id"] == str(hook.deliveries.get().key)


def test_a_new_secret_signs_beside_the_old_one_for_a_day(add, receiver):
    hook = add()
    old = secret_of(hook)
    renew_secret(hook=hook)
    hook.refresh_from_db()
    send_test(hook=hook)
    at_once()
    assert signed_by(receiver.taken[-1], old)
    assert signed_by(receiver.taken[-1], secret_of(hook))

    Webhook.objects.update(turned_at=timezone.now() - timedelta(days=2))
    send_test(hook=hook)
    at_once()
    assert not signed_by(receiver.taken[-1], old)
    assert signed_by(receiver.taken[-1], secret_of(hook))


def test_a_test_tells_of_nothing(add, receiver):
    hook = add()
    send_test(hook=hook)
    send_test(hook=hook)
    send_due()

    assert [(each["type"], each["data"]) for each in receiver.taken] == [("portal.test", {})]


@pytest.mark.parametrize("answer", [DOWN, (404, {}, b""), (302, {"Location": "/elsewhere"}, b"")])
def test_what_is_no_success_is_tried_again(add, receiver, answer):
    hook = add()
    make_record()
    receiver.answer = answer
    began = timezone.now()

    assert send_due() == 0
    row = hook.deliveries.get()
    assert (row.state, row.attempts, row.status, len(receiver.heard)) == ("due", 1, answer[0], 1)
    assert PAUSES[0] <= row.next_try_at - began < PAUSES[0] * 2
    assert row.answer in ("", "Not today <b>")
    hook.refresh_from_db()
    assert hook.failing_since is not None

    receiver.answer = OK
    assert at_once() == 1
    hook.refresh_from_db()
    assert (hook.failing_since, hook.rests_until) == (None, None)
    assert {each["id"] for each in receiver.heard} == {str(row.key)}


def test_a_redirect_is_not_followed(add, receiver):
    add()
    make_record()
    receiver.answer = (307, {"Location": receiver.address.replace("/in", "/elsewhere")}, b"")
    send_due()

    assert [each["path"] for each in receiver.heard] == ["/in?from=portal"]


def test_it_is_given_up_after_all_pauses(add, receiver):
    hook = add()
    make_record()
    receiver.answer = DOWN
    pauses = []
    for _try in range(len(PAUSES) + 1):
        at_once()
        row = hook.deliveries.get()
        pauses.append(row.next_try_at and round((row.next_try_at - timezone.now()) / timedelta(minutes=1)))

    assert pauses == [1, 5, 30, 120, 360, 1440, None]
    assert (row.state, row.attempts, at_once()) == ("failed", 6, 0)
    assert len(receiver.heard) == 7


def test_one_that_hears_nothing_is_paused_and_goes_on_with_what_was_given_up(add, receiver):
    hook = add()
    page = make_record()
    receiver.answer = DOWN
    at_once()
    Webhook.objects.update(failing_since=timezone.now() - timedelta(days=3))
    at_once()
    hook.refresh_from_db()
    assert hook.pause_cause == "failing"

    Delivery.objects.update(state="failed", next_try_at=None, ended_at=timezone.now())
    other = make_record()
    receiver.answer = OK
    assert at_once() == 0
    resume(hook=hook)
    assert at_once() == 2
    assert receiver.picture() == {page.identity.code, other.identity.code}


def test_twenty_that_are_given_up_pause_it(add, receiver):
    hook = add()
    Webhook.objects.update(given_up=19)
    make_record()
    Delivery.objects.update(attempts=len(PAUSES))
    receiver.answer = DOWN
    at_once()
    hook.refresh_from_db()

    assert (hook.given_up, hook.pause_cause) == (20, "failing")


def test_gone_ends_it(add, receiver):
    hook = add()
    make_record(), make_record()
    receiver.answer = (410, {}, b"")
    send_due()
    make_record()
    hook.refresh_from_db()

    assert (hook.pause_cause, len(receiver.heard)) == ("gone", 1)
    assert sorted(hook.deliveries.values_list("state", flat=True)) == ["dropped", "failed"]


def test_a_paused_one_is_sent_what_waited(add, receiver):
    hook = add()
    pause(hook=hook)
    page = make_record()
    decide(page, listed_to=Level.MEMBERS)
    decide(page, listed_to=Level.PUBLIC)
    assert at_once() == 0

    resume(hook=hook)
    assert (at_once(), receiver.picture()) == (1, {page.identity.code})


def test_what_begins_to_answer_and_goes_on_for_ever_is_ended(add, receiver, monkeypatch):
    def begins(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        # Until the other side has ended it.
        with suppress(OSError):
            handler.rfile.read(1)

    # As if each wait by itself were short enough: only the time of all of it ends.
    monkeypatch.setattr(posting, "connection", lambda target, timeout: connection(target, None))
    monkeypatch.setattr(posting, "TIMEOUT", 0.2)
    hook = add()
    make_record()
    receiver.answer = begins
    at_once()

    row = hook.deliveries.get()
    assert (row.state, row.status, row.attempts) == ("due", None, 1)


def test_what_breaks_off_did_not_arrive(add, receiver):
    hook = add()
    make_record()
    receiver.answer = lambda handler: None
    at_once()

    assert (hook.deliveries.get().state, hook.deliveries.get().status) == ("due", None)


def test_an_answer_is_read_no_further_than_a_kilobyte(add, receiver):
    hook = add()
    make_record()
    receiver.answer = (200, {}, b"a" * 10_000_000)

    assert (at_once(), hook.deliveries.get().state) == (1, "sent")


def test_an_address_inside_is_refused_when_it_is_called_too(add, receiver, settings):
    hook = add()
    make_record()
    settings.OUTSIDE_ALLOW_PRIVATE = False
    at_once()

    assert receiver.heard == []
    assert (hook.deliveries.get().status, bool(hook.deliveries.get().answer)) == (None, True)


def test_one_record_waits_for_its_own_earlier_message(add, receiver):
    hook = add()
    page, other = make_record(), make_record()
    sending = claim_next(hook.pk)
    withdraw_record(identity=page.identity, by=editor())

    assert sending.code == page.identity.code
    assert send_due() == 1
    assert receiver.said == [("record.published", other.identity.code)]

    Delivery.objects.filter(pk=sending.pk).update(next_try_at=timezone.now())
    send_due()
    # Who died with the first may have sent it: the second is told in any case.
    assert receiver.said[1:] == [("record.withdrawn", page.identity.code)]


def test_a_failure_goes_into_what_came_later(add):
    hook = add()
    page = make_record()

    sending = claim_next(hook.pk)
    page.title = "Other words"
    page.save_revision().publish()
    assert set(hook.deliveries.values_list("what", "state")) == {
        ("record.published", "sending"), ("record.changed", "due"),
    }  # fmt: skip

    note_failed(sending, posting.Answer(500, ""))
    assert set(hook.deliveries.values_list("what", "state", "attempts")) == {
        ("record.published", "dropped", 0), ("record.published", "due", 1),
    }  # fmt: skip


def test_it_ends_with_the_membership(add, receiver, user):
    add()
    make_record()
    leave(user=user)

    assert (at_once(), receiver.heard, Webhook.objects.count(), Delivery.objects.count()) == (0, [], 0, 0)


def test_it_ends_with_the_person(add, user):
    add()
    make_record()
    erase_account(user=user, by=user)

    assert (Webhook.objects.count(), Delivery.objects.count()) == (0, 0)


@pytest.mark.parametrize("note", [states.note_sent, states.note_failed, states.note_gone])
def test_one_that_is_ended_meanwhile_is_no_mistake(add, note):
    hook = add()
    make_record()
    delivery = claim_next(hook.pk)
    end(hook=hook)
    note(delivery, posting.Answer(200))

    assert not Webhook.objects.exists()


def test_a_task_sends_what_is_due(add, receiver):
    add()
    make_record()
    wake()

    assert len(receiver.taken) == 1


def test_the_example_of_the_documentation_knows_our_messages(add, receiver, settings):
    text = (settings.BASE_DIR / "docs" / "webhooks.md").read_text()
    example = {}
    exec(text.partition("```python\n")[2].partition("```")[0], example)
    hook = add()
    send_test(hook=hook)
    send_due()
    message = receiver.taken[0]
    headers = {name.lower(): value for name, value in message["headers"].items()}

    assert example["is_of_portal"](secret_of(hook), headers, message["body"])
    assert not example["is_of_portal"](secret_of(hook), headers, message["body"] + b" ")
    assert not example["is_of_portal"](secret_of(hook), headers | {"webhook-timestamp": "1"}, message["body"])
