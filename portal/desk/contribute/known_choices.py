"""Choosing among what one may know of, in a form of many lines: what there is to choose is read once for all lines."""

from functools import cached_property

from django import forms
from django.forms.models import ModelChoiceIterator

from portal.records.widgets import LongSelect


class Known:
    """A queryset of what somebody may choose, and which of what the lines hold (`stored`, primary keys) is among it."""

    def __init__(self, queryset, stored):
        self.queryset, self.stored = queryset, stored

    @cached_property
    def rows(self):
        """All of it, in its order."""
        return list(self.queryset)

    @cached_property
    def keys(self):
        """Of what is stored, the primary keys of what is among it."""
        return set(self.queryset.filter(pk__in=self.stored).values_list("pk", flat=True)) if self.stored else set()


class KnownIterator(ModelChoiceIterator):
    """The choices of one field: of the lines of a form the ones that all of them have."""

    def __iter__(self):
        if self.field.known is None:
            yield from super().__iter__()
            return
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        yield from map(self.choice, self.field.known.rows)


class KnownChoice(forms.ModelChoiceField):
    """A choice from a long list. Django asks for the list anew for each copy of a field; those that `share` made of the
    class of a form for one request ask once."""

    widget = LongSelect
    iterator = KnownIterator
    known = None

    def knows(self, pk):
        """Whether what is stored with this primary key can be chosen."""
        if self.known is not None and pk in self.known.stored:
            return pk in self.known.keys
        return self.queryset.filter(pk=pk).exists()


def share(form_class, rows) -> None:
    """Makes the lines of a form, one for each of these stored rows and the empty ones, read their choices together.
    `form_class` was made for one request: what is read is as old as that."""
    for name, field in form_class.base_fields.items():
        if isinstance(field, KnownChoice):
            stored = {getattr(row, f"{name}_id") for row in rows} - {None}
            field.known = Known(field.queryset, stored)
