"""The reviewer's decision, and what editors tell each other."""

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.records.models import CannedAnswer, RecordPage, ReviewerArea
from portal.records.term_fields import TermFields, field_for

CHECKS = {
    "consent": _("Whoever is named or quoted has agreed"),
    "sensitivity": _("The three questions of “Who may see this?” are answered rightly"),
    "sources": _("What it claims has a source"),
}
"""What a reviewer looks at before an entry is published."""


class DecisionForm(forms.Form):
    """Approve, or return with a message that says what to change."""

    APPROVE, RETURN = "approve", "return"

    decision = forms.ChoiceField(
        choices=[(APPROVE, _("Approve and publish")), (RETURN, _("Return with a message"))],
        widget=forms.RadioSelect,
        label=_("Your decision"),
    )
    consent, sensitivity, sources = (forms.BooleanField(required=False, label=label) for label in CHECKS.values())
    answers = forms.ModelMultipleChoiceField(
        queryset=CannedAnswer.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Ready answers"),
        help_text=_("They come before your own words, in the language in which the draft is written."),
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

    def __init__(self, *args, page, **options):
        super().__init__(*args, **options)
        self.language = page.locale.language_code
        self.is_entry = isinstance(page, RecordPage)
        if not self.is_entry:
            for name in CHECKS:
                del self.fields[name]

    def clean(self):
        data = super().clean()
        words = [each.text(self.language) for each in data.get("answers") or ()]
        data["message"] = "\n\n".join(filter(None, [*words, data.get("message", "").strip()]))
        if data.get("decision") == self.RETURN and not data["message"]:
            self.add_error("message", _("Say what the author should change."))
        if data.get("decision") == self.APPROVE and not all(data[name] for name in self.checks):
            self.add_error("decision", _("Tick what you have checked, all three, or return it."))
        return data

    @property
    def checks(self):
        """The names of what is to be checked of this page."""
        return tuple(CHECKS) if self.is_entry else ()


class AssignForm(forms.Form):
    """Who sees to it; nobody gives it back to all."""

    to = forms.ModelChoiceField(get_user_model().objects.none(), required=False, label=_("Who sees to it"))

    def __init__(self, *args, people, **options):
        super().__init__(*args, **options)
        self.fields["to"].queryset = people


class NoteForm(forms.Form):
    text = forms.CharField(
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        label=_("Note among editors"),
        help_text=_("Its author never reads it. For example “I have asked the ministry by phone.”"),
    )


class AreaForm(TermFields, WagtailAdminModelForm):
    """What one sees first."""

    languages = forms.MultipleChoiceField(
        required=False, choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple, label=_("Languages")
    )

    class Meta:
        model = ReviewerArea
        formfield_callback = field_for
        fields = ("countries", "sectors", "languages")
