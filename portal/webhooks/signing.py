"""Signatures by which a receiver knows that a message is the portal's.

As the Standard Webhooks specification says
(https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): the secret is made of the
portal's own and of the webhook's key and turn, and stands in no table, backup or log.
"""

import base64
import hmac
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

SALT = "portal.webhooks.secret"
PREFIX = "whsec_"
BOTH_FOR = timedelta(days=1)
"""After a secret was renewed messages are signed with the old one, too, so that none is lost while it is replaced."""


def secret_of(hook) -> str:
    """The secret of a Webhook, as its receiver is told."""
    return PREFIX + base64.b64encode(_bytes(hook, hook.turn)).decode()


def headers_of(hook, message_id, body: bytes) -> dict[str, str]:
    """The three headers of a message that is sent now."""
    now = timezone.now()
    turns = [hook.turn]
    if hook.turned_at and now - hook.turned_at < BOTH_FOR:
        turns.append(hook.turn - 1)
    stamp = str(int(now.timestamp()))
    signed = f"{message_id}.{stamp}.".encode() + body
    return {
        "webhook-id": message_id,
        "webhook-timestamp": stamp,
        "webhook-signature": " ".join(_signature(_bytes(hook, turn), signed) for turn in turns),
    }


def _signature(secret, signed):
    return "v1," + base64.b64encode(hmac.digest(secret, signed, "sha256")).decode()


def _bytes(hook, turn):
    return salted_hmac(SALT, f"{hook.key}:{turn}", algorithm="sha256").digest()
