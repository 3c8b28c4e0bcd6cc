from django import forms
from django.utils.translation import gettext_lazy as _

from practices.needs.models import Mark


class MarkForm(forms.Form):
    """What somebody says of a match."""

    mark = forms.ChoiceField(choices=Mark, widget=forms.RadioSelect, label=_("What do you say of it?"))
    reason = forms.CharField(
        required=False,
        max_length=300,
        label=_("Why"),
        help_text=_("Needed for “Does not fit”, for example “Only until 2015, and without districts”."),
    )
