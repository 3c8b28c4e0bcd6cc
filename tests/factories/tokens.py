"""Tokens of programs that are the same for the same person in every world."""

import hashlib
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from portal.api.enums import Scope
from portal.api.models import Token
from portal.api.tokens import PREFIX
from portal.directory.tokens import digest_of


def kept_token(user, scopes=tuple(Scope)):
    """The text of a token of this person with these scopes, made where there is none yet."""
    name = f"{user.email} {' '.join(scopes)}"
    text = PREFIX + hashlib.sha256(name.encode()).hexdigest()[:43]
    values = {"user": user, "name": "A program", "digest": digest_of(text), "scopes": [str(each) for each in scopes]}
    ends = timezone.now() + timedelta(days=30)
    Token.objects.get_or_create(key=uuid5(NAMESPACE_URL, name), defaults={**values, "expires_at": ends})
    return text
