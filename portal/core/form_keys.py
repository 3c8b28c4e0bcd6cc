"""The key of a form: made when it is opened, so that what is sent twice is made once."""

from uuid import UUID, uuid4

from django import forms
from django.core import signing

SALT = "form key"
LASTS = 60 * 24 * 3600
"""Seconds for which a form that was opened can be sent."""


def new_token(user):
    """The key of a new form, signed for who opened it: nobody names the key of something else."""
    return signing.dumps([str(uuid4()), user.pk], salt=SALT)


def key_of(token, user):
    """The key in a token of this user; a new one where it is none, or too old."""
    try:
        key, owner = signing.loads(token or "", salt=SALT, max_age=LASTS)
        return UUID(key) if owner == user.pk else uuid4()
    except (signing.BadSignature, ValueError, TypeError):
        return uuid4()


class FormKeyField(forms.CharField):
    """A hidden field with the key of a form; cleaned, it is a UUID, a new one for who sent none."""

    widget = forms.HiddenInput

    def __init__(self, user, **options):
        super().__init__(required=False, initial=lambda: new_token(user), **options)
        self.user = user

    def clean(self, value):
        return key_of(super().clean(value), self.user)
