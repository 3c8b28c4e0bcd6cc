import re

from django import forms
from django.utils.translation import gettext as _

LONGEST = 254
"""Characters of an address in our tables; Django's own field takes 320."""
LINK = re.compile(r"/|@|www\.|\.(?:com|edu|gov|int|mil|net|org)(?!\w)", re.IGNORECASE)
"""What a mail makes a link of, or its reader takes for one."""


class AddressField(forms.EmailField):
    """An e-mail address that somebody types, no longer than what can be kept."""

    def __init__(self, **options):
        super().__init__(max_length=LONGEST, **options)


class NameField(forms.CharField):
    """A person's name that somebody types. It stands in mails to others, and may lead nowhere."""

    def __init__(self, *, max_length=150, **options):
        super().__init__(max_length=max_length, **options)

    def validate(self, value):
        super().validate(value)
        if LINK.search(value):
            raise forms.ValidationError(_("A name is no web address."))
