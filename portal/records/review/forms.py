"""The reviewer's decision."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DecisionForm(forms.Form):
    """Approve, or return with a message that says what to change."""

    APPROVE, RETURN = "approve", "return"

    decision = forms.ChoiceField(
        choices=[(APPROVE, _("Approve and publish")), (RETURN, _("Return with a message"))],
        widget=forms.RadioSelect,
        label=_("Your decision"),
    )
    message = forms.CharField(
        required=False,
        widget=forms.Textarea({"rows": 5}),
        label=_("Message to the author"),
        help_text=_(
            "Needed when you return it: say what to change, for example “Please name the source of the figures.”"
        ),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """Which submission was looked at: it may have been taken back and another one sent since."""

    def clean(self):
        data = super().clean()
        if data.get("decision") == self.RETURN and not data.get("message", "").strip():
            self.add_error("message", _("Say what the author should change."))
        return data
