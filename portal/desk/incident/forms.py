from django import forms
from django.utils.translation import gettext_lazy as _


class ReportForm(forms.Form):
    """That it has leaked."""

    what_happened = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("What happened"),
        help_text=_("For those who answer for it, for example “Its table of depots was in a public mailing list.”"),
    )


class CloseForm(forms.Form):
    """What came of it."""

    what_was_done = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("What was done"),
        help_text=_("For example “All who read it were called; the search engines took the address away.”"),
    )
