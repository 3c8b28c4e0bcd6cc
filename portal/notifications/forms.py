from django import forms
from django.utils.translation import gettext_lazy as _

from portal.notifications.models import MailPreference


class PreferenceForm(forms.ModelForm):
    """Which mails a person wants."""

    class Meta:
        model = MailPreference
        fields = ("mails", "digest", "language")
        labels = {"mails": _("Which mails do you want?"), "digest": _("When does what you follow come?")}
        help_texts = {"digest": _("Nothing new, no mail. For example “Once a week, on Monday”.")}
        widgets = {"mails": forms.RadioSelect, "digest": forms.RadioSelect}
