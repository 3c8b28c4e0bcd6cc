"""The stable key of a row that stands elsewhere: rows are remade when a version is published, their keys stay.

The field is a choice; what there is to choose depends on the page that a form is about, so whoever makes the form
hands it over (`offer_rows`).
"""

from uuid import UUID

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class RowKeyField(forms.TypedChoiceField):
    """One of the rows that `among(page, user)` gives as pairs of key and words. A key that is not among them is kept:
    the row may have been taken out since."""

    widget = forms.Select

    def __init__(self, *, among, **options):
        super().__init__(coerce=UUID, empty_value=None, **options)
        self.among = among
        self.error_messages["invalid_choice"] = _("Choose one of the list.")

    def offer(self, page, user, kept=None):
        """Fills the choices, with the one `kept` even where nobody can choose it any more."""
        found = self.among(page, user)
        lost = [(str(kept), _("No longer there"))] if kept and str(kept) not in dict(found) else []
        self.choices = [("", "—"), *found, *lost]

    def valid_value(self, value):
        return True

    def has_changed(self, initial, data):
        return str(initial or "") != str(data or "")


class RowKey(models.UUIDField):
    """The key (`translation_key`) of a row of this page or of another one."""

    def __init__(self, *args, among=None, **options):
        super().__init__(*args, **options)
        self.among = among

    def formfield(self, **options):
        shared = {"label": capfirst(self.verbose_name), "required": not self.blank, "help_text": self.help_text}
        return RowKeyField(among=self.among, **shared)


def offer_rows(form, page, user):
    """Fills the choices of a form's RowKeyFields by the page that it is about."""
    for name, field in form.fields.items():
        if isinstance(field, RowKeyField):
            field.offer(page, user, kept=getattr(form.instance, name, None))
