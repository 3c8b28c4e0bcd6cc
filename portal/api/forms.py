from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.api.enums import Scope
from portal.api.models import LONGEST_NAME

USUAL = timedelta(days=90)


def _usual_end():
    return timezone.localdate() + USUAL


class TokenForm(forms.Form):
    """A new token: what for, what it may do, until when."""

    name = forms.CharField(
        max_length=LONGEST_NAME, label=_("Name"), help_text=_("For yourself, for example “Monthly report on needs”.")
    )
    scopes = forms.MultipleChoiceField(
        choices=Scope.choices, initial=[Scope.READ.value], widget=forms.CheckboxSelectMultiple,
        label=_("What may it do?"), help_text=_("Never more than you may do yourself. Choose as little as will do."),
    )  # fmt: skip
    expires_on = forms.DateField(
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), initial=_usual_end, label=_("Last day"),
        help_text=_("A year from now at the latest."),
    )  # fmt: skip
