from django import forms
from django.utils.translation import gettext_lazy as _

from portal.notifications.models import MailPreference


class PreferenceForm(forms.ModelForm):
    """Which mails a person wants."""

    class Meta:
        model = MailPreference
        fields = ("mails", "digest", "language")
        labels = {"mails": _("Which mails do you want?"), "digest": _("When does what you follow come?")}
        help_texts = {"digest": _("When nothing is new, no mail comes.")}
        widgets = {"mails": forms.RadioSelect, "digest": forms.RadioSelect}
