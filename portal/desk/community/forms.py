"""Forms of following and of discussions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.community.enums import Complaint
from portal.community.models import Post, Report, SavedSearch


class SearchForm(forms.ModelForm):
    """The name of a search that is kept, and whether its news are told."""

    class Meta:
        model = SavedSearch
        fields = ("name", "is_followed")
        help_texts = {"name": _("For example “Needs in the Sahel”. Only you see it.")}


class PostForm(forms.ModelForm):
    """A question or an answer."""

    class Meta:
        model = Post
        fields = ("text",)
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"text": _("No exact places, no personal data. Members who may read this entry see it.")}
        error_messages = {"text": {"required": _("Write your question or answer first.")}}

    def __init__(self, *args, label, **options):
        super().__init__(*args, **options)
        self.fields["text"].label = label


class ReportForm(forms.ModelForm):
    """Why a post should not stand there."""

    class Meta:
        model = Report
        fields = ("complaint", "note")
        widgets = {"complaint": forms.RadioSelect}

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["complaint"].choices = Complaint.choices


class RulingForm(forms.Form):
    """The reason of an editor who hides a post or shows it."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("Who wrote it reads this. For example “names an exact place”.")
    )
