"""Tokens of the links in mails: the mail holds the token, the database only what it hashes to.

While the mail waits to be sent, it waits in the database (portal.notifications); there the token goes with the mail.
"""

import hashlib
import secrets


def new_token():
    """A token of 256 random bits for an address, and its digest for the database."""
    token = secrets.token_urlsafe(32)
    return token, digest_of(token)


def digest_of(token):
    """What a token is found by. It is random, so that a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
