"""Finding rows by words in forms of the admin, without a search index."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm


def containing(words: str, fields) -> Q:
    """The rows of which one of the fields contains the words."""
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": words})
    return found


class WordsFilterForm(BaseFilterForm):
    """Search of a chooser by the fields that `searched` names."""

    searched: tuple[str, ...] = ()

    q = forms.CharField(label=_("Search"), required=False)

    def filter(self, objects):
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return objects.filter(containing(self.search_query, self.searched)) if self.is_searching else objects
