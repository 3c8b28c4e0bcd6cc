"""The version that a form was opened with, as the form carries it: signed for who opened it.

What comes back with an error shows the words of that version; so nobody names one that they were never shown.
"""

from django.core.signing import BadSignature, Signer


def as_sent(version, user):
    """What the form carries for a version (the key of its revision, 0 for none); "" for None."""
    return "" if version is None else _signer(user).sign(str(version))


def version_in(text, user):
    """The version that a form of this user sent; None where it is none, or was not given to them."""
    try:
        return int(_signer(user).unsign(text or ""))
    except BadSignature:
        return None


def _signer(user):
    return Signer(salt=f"portal.desk.contribute.version.{user.pk}")
