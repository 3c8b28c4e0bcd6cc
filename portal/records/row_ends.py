"""What the rows of a form point at, read once for all rows: their titles and choosers then ask nothing more."""

from functools import partial

from django.db.models import prefetch_related_objects
from wagtail.admin.widgets.chooser import BaseChooser

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Term


def read_ends(forms):
    """Fills the foreign keys of the forms' rows, and hands each chooser the object that it shows.

    `forms` are those of one formset; rows of a draft may have no key yet. What a browser sent is left alone: it is
    validated against the database.
    """
    shown = [form for form in forms if not form.is_bound]
    if not shown:
        return
    for field in _ends_of(shown[0]):
        pointing = [form for form in shown if getattr(form.instance, field.attname)]
        rows = [form.instance for form in pointing]
        if issubclass(field.related_model, Term):
            _fill_terms(rows, field)
        elif rows:
            prefetch_related_objects(rows, field.name)
            _hand_over(pointing, field)


def _ends_of(form):
    return [field for field in form.instance._meta.concrete_fields if field.many_to_one and field.name in form.fields]


def _fill_terms(rows, field):
    terms = kept_terms(field.related_model)
    for row in rows:
        if term := terms.get(getattr(row, field.attname)):
            setattr(row, field.name, term)


def _hand_over(forms, field):
    widget = forms[0].fields[field.name].widget
    if not isinstance(widget, BaseChooser):
        return
    ends = {form: getattr(form.instance, field.name) for form in forms}
    if hasattr(widget, "read_titles"):
        widget.read_titles(ends.values())
    for form, end in ends.items():
        chooser = form.fields[field.name].widget
        # Wagtail's choosers, that of files too, get a key from the form and would ask for its object in each row.
        chooser.get_instance = partial(_chosen, end, chooser.get_instance)


def _chosen(end, get_instance, value):
    """The object already read when the key is its own."""
    return end if str(value) == str(end.pk) else get_instance(value)
