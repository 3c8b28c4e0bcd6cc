"""Invitations and requests to join, made as the portal makes them, with the link that went out by mail."""

import re

from portal.directory.inviting import invite
from portal.directory.joining import ask_to_join, confirm
from portal.directory.models import Invitation, JoinRequest
from tests.factories.mails import last_mail
from tests.factories.people import editor

LINK = re.compile(r"/join/(?:invitation|confirm)/([\w-]+)/")


def mailed_token():
    """The token of the link in the last mail."""
    return LINK.findall(last_mail().body)[-1]


def invited(email="new@example.org", **options):
    """An Invitation, and the token of its link."""
    invite(email=email, **{"by": editor(), **options})
    return Invitation.objects.open().filter(email=email).first(), mailed_token()


def asked(email="new@example.org", *, is_confirmed=True, **values):
    """A JoinRequest, by default with its address confirmed."""
    values = {"name": "Newly Joined", "organisation_name": "Nobody's", "reason": "We hold data.", **values}
    ask_to_join(email=email, **values)
    if is_confirmed:
        confirm(token=mailed_token())
    return JoinRequest.objects.latest("pk")
