"""Choosing from long lists without a second window."""

from django import forms


class SearchableCheckboxes(forms.CheckboxSelectMultiple):
    """Boxes to tick, with a field that narrows the list while one types; without JavaScript the whole list."""

    template_name = "records/admin/searchable_checkboxes.html"

    class Media:
        js = ("portal/js/narrow_choices.js",)
        css = {"all": ("portal/css/record_form.css",)}
