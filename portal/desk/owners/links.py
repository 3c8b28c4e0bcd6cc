"""The addresses by which one person answers for one owner of data, without signing in: signed, with an end.

The one of the question lasts four months, and ends with the notice, which is replaced when the text or its access
changes, and when the person speaks for the organisation no longer. The one by which a “go ahead” is confirmed lasts two
days, and ends when anybody answers.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner

from portal.access.models import OwnerNotice
from portal.core.signed_links import SignedLink, path_in_english
from portal.directory.in_links import person_of, word_for
from portal.directory.rights import speakers

CONFIRM_LASTS = timedelta(days=2)
NOBODY = (None, None)
_link = SignedLink("portal.desk.owners", timedelta(days=125))
_confirm = TimestampSigner(salt="portal.desk.owners.confirm")


def answer_path(notice, user):
    """Where that person answers, in English: mails put the prefix of their language before it."""
    return path_in_english("owners:answer", token_for(notice, user))


def confirm_path(notice, user, message):
    """Where that person, and nobody else, lets it go ahead; with the message that was written with it."""
    facts = [notice.key.hex, word_for(user), _since(notice), message]
    return path_in_english("owners:confirm", _confirm.sign_object(facts, compress=True))


def token_for(notice, user):
    """What stands in the address for that person."""
    return _link.token(notice.key.hex, word_for(user))


def read_token(token):
    """The notice and the person, or (None, None) for a link that is not ours or has ended."""
    key, word = _link.parts(token, 2)
    return _found(key, word) if key else NOBODY


def read_confirm(token):
    """The notice, the person and the message; (None, None, "") for a link that is not ours or has ended, and when
    somebody has answered since it was written."""
    try:
        key, word, since, message = _confirm.unsign_object(token, max_age=CONFIRM_LASTS)
    except BadSignature:
        return (*NOBODY, "")
    notice, user = _found(key, word)
    return (notice, user, message) if notice and _since(notice) == since else (*NOBODY, "")


def _since(notice):
    return notice.answered_at.isoformat() if notice.answered_at else ""


def _found(key, word):
    try:
        found = OwnerNotice.objects.filter(pk=key, identity__withdrawn_at=None)
        notice = found.select_related("identity", "organisation").first()
    except ValidationError:
        return NOBODY
    user = person_of(word)
    return (notice, user) if notice and user in speakers(notice.organisation) else NOBODY
