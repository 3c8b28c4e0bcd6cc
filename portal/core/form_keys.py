"""The key of a form: made when it is opened, so that what is sent twice is made once."""

from uuid import UUID, uuid4

from django import forms
from django.core import signing

SALT = "form key"
LASTS = 60 * 24 * 3600
"""Seconds for which a form that was opened can be sent."""


def new_token(user):
    """The key of a new form, signed for who opened it: nobody names the key of something else."""
    return token_of(uuid4(), user)


def token_of(key, user):
    """The token of one key. Whose it is goes into the signature, so that every token is as long as the other."""
    return signing.dumps(str(key), salt=_salt(user))


def key_of(token, user):
    """The key in a token of this user; a new one where it is none, or too old."""
    try:
        return UUID(signing.loads(token or "", salt=_salt(user), max_age=LASTS))
    except (signing.BadSignature, ValueError, TypeError):
        return uuid4()


def _salt(user):
    return f"{SALT}:{user.pk}"


class FormKeyField(forms.CharField):
    """A hidden field with the key of a form; cleaned, it is a UUID, a new one for who sent none."""

    widget = forms.HiddenInput

    def __init__(self, user, **options):
        super().__init__(required=False, initial=lambda: new_token(user), **options)
        self.user = user

    def clean(self, value):
        return key_of(super().clean(value), self.user)
