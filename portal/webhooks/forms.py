"""The form of a new webhook."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.form_keys import FormKeyField
from portal.core.outside import Refused, written_right
from portal.records.registry import kinds
from portal.webhooks.enums import OF_RECORDS
from portal.webhooks.models import Webhook


class WebhookForm(forms.Form):
    """Where messages go, of what, and of which kinds."""

    url = forms.CharField(
        label=_("Address"),
        max_length=Webhook._meta.get_field("url").max_length,
        help_text=_("Of a program of yours that takes messages, for example “https://example.org/portal”."),
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url"}),
    )
    types = forms.MultipleChoiceField(
        label=_("When it is told"),
        choices=[(what.value, what.label) for what in OF_RECORDS],
        initial=[what.value for what in OF_RECORDS],
        widget=forms.CheckboxSelectMultiple,
    )
    kinds = forms.MultipleChoiceField(
        label=_("Of which entries"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("If you choose none: of all."),
    )

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["key"] = FormKeyField(user, "webhook")
        self.fields["kinds"].choices = [(kind.key, kind.label_plural) for kind in kinds()]

    def clean_url(self):
        url = self.cleaned_data["url"].strip()
        try:
            written_right(url)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return url
