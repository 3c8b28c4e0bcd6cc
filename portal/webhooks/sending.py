"""Sends what is due, webhook by webhook in turn, and asks of each message again whether it is true."""

import logging
import time

from portal.access.readers import takes_part
from portal.webhooks import states
from portal.webhooks.enums import What
from portal.webhooks.messages import body_of
from portal.webhooks.posting import Answer, post
from portal.webhooks.public import is_public
from portal.webhooks.signing import headers_of

AT_ONCE = 30
"""Seconds after which a task ends, so that mails and other work have their turn: the next one goes on."""

logger = logging.getLogger("portal.webhooks")


def send_due(seconds=AT_ONCE) -> int:
    """Sends the deliveries that are due, for so many seconds, and returns how many arrived.

    Any number of workers may do so at once. Must not be called inside a transaction, which would hide from the others
    what is claimed.
    """
    sent, deadline = 0, time.monotonic() + seconds
    while hooks := set(states.due().values_list("hook", flat=True)):
        for hook in sorted(hooks):
            if time.monotonic() >= deadline:
                return sent
            if (delivery := states.claim_next(hook)) is not None:
                sent += _sent(delivery)
    return sent


def _sent(delivery):
    """Sends one, and says whether it arrived."""
    try:
        return _send(delivery)
    except Exception as error:
        # One that cannot be sent must not keep back the others.
        facts = {"delivery": str(delivery.key), "error": type(error).__name__}
        logger.exception("a webhook was not called", extra={"facts": facts})
        states.note_failed(delivery, Answer(None, type(error).__name__))
        return False


def _send(delivery):
    hook = delivery.hook
    if not takes_part(hook.user):
        # It ends with the membership of its person.
        hook.delete()
        return False
    if not _is_true(delivery):
        states.drop(delivery)
        return False
    body = body_of(delivery)
    answer = post(hook.url, body, headers_of(hook, str(delivery.key), body))
    note = states.note_gone if answer.is_gone else states.note_sent if answer.is_good else states.note_failed
    note(delivery, answer)
    return answer.is_good


def _is_true(delivery):
    """Whether it may still be said: what is public no more is not named as public, nor the other way round."""
    if delivery.what == What.TEST:
        return True
    return is_public(delivery.record) == (delivery.what != What.WITHDRAWN)
