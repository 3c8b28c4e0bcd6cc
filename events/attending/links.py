"""The link of an invitation: signed, for one person and one event, ended when the invitation is taken back. Opening it
changes nothing. It outlives the event, so that consent to be listed can be taken back."""

from datetime import timedelta

from events.attending.models import EventInvitation
from portal.core.keys import key_in
from portal.core.signed_links import SignedLink, path_in_english

ANSWER = SignedLink("events.attending.answer", timedelta(days=400))


def answer_path(invitation) -> str:
    """Where the person who is invited answers, in English."""
    return path_in_english("attending:answer", ANSWER.token(invitation.key.hex, invitation.link_key))


def read_answer(token):
    """The EventInvitation of a link, and its key; (None, "") for a link that is not ours, too old, or has ended."""
    key, link_key = ANSWER.parts(token, 2)
    key = key_in(key)
    if not (key and link_key):
        return None, ""
    found = EventInvitation.objects.standing().select_related("organisation").filter(key=key, link_key=link_key)
    invitation = found.first()
    return (invitation, link_key) if invitation else (None, "")
