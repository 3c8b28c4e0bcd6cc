"""The key of a form: made when it is opened, so that what is sent twice is made once.

What a form makes is known by its key. A service that makes it calls `one_at_a_time` first, looks for what is there with
that key, and returns it.
"""

from uuid import UUID, uuid4

from django import forms
from django.contrib.auth import get_user_model
from django.core import signing

SALT = "form key"
LASTS = 60 * 24 * 3600
"""Seconds for which a form that was opened can be sent."""


def new_token(user, purpose):
    """The key of a new form, signed for who opened it and for what it makes: nobody names the key of something else."""
    return token_of(uuid4(), user, purpose)


def token_of(key, user, purpose):
    """The token of one key. Whose it is goes into the signature, so that every token is as long as the other."""
    return signing.dumps(str(key), salt=_salt(user, purpose))


def key_of(token, user, purpose):
    """The key in a token of this user and purpose; a new one where it is none, or too old."""
    try:
        return UUID(signing.loads(token or "", salt=_salt(user, purpose), max_age=LASTS))
    except (signing.BadSignature, ValueError, TypeError):
        return uuid4()


def one_at_a_time(user):
    """Within a transaction: whatever else this user sent at the same moment waits until it ends, and then finds what it
    made."""
    get_user_model().objects.select_for_update(no_key=True).get(pk=user.pk)


def _salt(user, purpose):
    return f"{SALT}:{purpose}:{user.pk}"


class FormKeyField(forms.CharField):
    """A hidden field with the key of a form that makes what `purpose` says; cleaned, it is a UUID, a new one for who
    sent none."""

    widget = forms.HiddenInput

    def __init__(self, user, purpose, **options):
        super().__init__(required=False, initial=lambda: new_token(user, purpose), **options)
        self.user, self.purpose = user, purpose

    def clean(self, value):
        return key_of(super().clean(value), self.user, self.purpose)
