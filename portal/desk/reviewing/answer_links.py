"""The address by which one person answers one question, without signing in: signed, for four months."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from portal.access.models import RecordIdentity
from portal.core.signed_links import SignedLink
from portal.directory.in_links import person_of, word_for
from portal.records.answerers import answerers
from portal.records.models import StillTrueQuestion

_link = SignedLink("portal.desk.reviewing.answer", timedelta(days=125))


def token_for(question, user):
    """What stands in the address for that person."""
    return _link.token(question.pk.hex, word_for(user))


def read_token(token):
    """The question and the person, or (None, None): not written by us, too old, or they speak for it no longer."""
    key, word = _link.parts(token, 2)
    if key is None:
        return None, None
    try:
        question = StillTrueQuestion.objects.filter(pk=key).first()
    except ValidationError:
        return None, None
    user = person_of(word)
    identity = question and RecordIdentity.objects.filter(pk=question.key, withdrawn_at=None).first()
    if not user or not identity or user not in answerers(identity, deputies=True):
        return None, None
    return question, user
