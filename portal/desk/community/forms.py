"""Forms of following and of discussions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.community.models import SavedSearch


class SearchForm(forms.ModelForm):
    """The name of a search that is kept, and whether its news are told."""

    class Meta:
        model = SavedSearch
        fields = ("name", "is_followed")
        help_texts = {"name": _("For example “Needs in the Sahel”. Only you see it.")}
