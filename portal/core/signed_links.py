"""Addresses in mails that work without signing in: signed, each for one purpose, with an end.

What a link is good for, each app asks when it is opened: this only says whether it is ours and not too old.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse
from django.utils import translation


@dataclass(frozen=True)
class SignedLink:
    """One purpose: its own `salt`, so that no link of another purpose is read as one of it; how long a link `lasts`."""

    salt: str
    lasts: timedelta

    def token(self, *parts) -> str:
        """What stands in the address: texts or numbers without a dot."""
        return TimestampSigner(salt=self.salt).sign(".".join(map(str, parts)))

    def parts(self, token, count) -> list:
        """The texts of a token, so many; as many times None for one that is not ours or too old."""
        try:
            found = TimestampSigner(salt=self.salt).unsign(token, max_age=self.lasts).split(".")
        except BadSignature:
            found = []
        return found if len(found) == count else [None] * count


def path_in_english(name, *arguments) -> str:
    """A path of the portal in English: mails put the prefix of their language before it."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse(name, args=arguments)
