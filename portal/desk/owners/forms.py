from django import forms
from django.utils.translation import gettext_lazy as _

from portal.access.enums import OwnerAnswer


class AnswerForm(forms.Form):
    """What an owner of data says."""

    answer = forms.ChoiceField(label=_("Your answer"), choices=OwnerAnswer, widget=forms.RadioSelect)
    message = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Message to its author and the editors"),
        help_text=_("For example “The table of depots is not published; leave it out and send it again.”"),
    )
