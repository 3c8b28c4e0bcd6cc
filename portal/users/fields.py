from django import forms

LONGEST = 254
"""Characters of an address in our tables; Django's own field takes 320."""


class AddressField(forms.EmailField):
    """An e-mail address that somebody types, no longer than what can be kept."""

    def __init__(self, **options):
        super().__init__(max_length=LONGEST, **options)
