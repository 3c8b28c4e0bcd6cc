"""Fields of vocabularies in the editors' forms: valid terms in the order of their tree, and those a record has."""

from django import forms
from django.db import models
from django.utils.text import capfirst
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.panels import InlinePanel
from wagtail.admin.panels.base import get_form_for_model

from portal.records.row_ends import read_ends
from portal.records.row_keys import offer_rows
from portal.records.widgets import LongSelect, SearchableCheckboxes
from portal.taxonomy.choosers import TermChoiceField, TermMultipleChoiceField, offer
from portal.taxonomy.models import Term
from portal.taxonomy.tree import held

SHORT = 12
"""Up to so many terms are shown as boxes alone; longer lists get a field to narrow them."""


def field_for(db_field, **options):
    """The form field of a model field: a choice in the order of the tree for terms, else Wagtail's."""
    target = db_field.related_model if db_field.is_relation else None
    if not (isinstance(target, type) and issubclass(target, Term)):
        return formfield_for_dbfield(db_field, **options)
    shared = {
        "label": capfirst(db_field.verbose_name),
        "required": not db_field.blank,
        "help_text": db_field.help_text,
    }
    if isinstance(db_field, models.ForeignKey):
        return TermChoiceField(target, empty_label="—", widget=LongSelect, **shared)
    return TermMultipleChoiceField(target, widget=SearchableCheckboxes(), **shared)


class TermFields:
    """A form that offers, beside the valid terms, those that the record has and nobody else can choose any more."""

    offered = {}
    """For some fields, by name: which of the valid terms are offered, as arguments of `filter`."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        with held():
            for name, field in self.fields.items():
                if isinstance(field, TermChoiceField | TermMultipleChoiceField):
                    self._offer(name, field)

    def _offer(self, name, field):
        offered = self.offered.get(name, {}) or _limits(self, name)
        offer(field, kept=_keys(self.initial.get(name)), **offered)
        if isinstance(field.widget, SearchableCheckboxes) and len(field.choices) <= SHORT:
            field.widget = forms.CheckboxSelectMultiple(choices=field.choices)


class RowForm(TermFields, WagtailAdminModelForm):
    """The form of one row of a record."""

    class Meta:
        formfield_callback = field_for


class RowsPanel(InlinePanel):
    """Rows of a record, their terms chosen in place; `offered` as in `TermFields`."""

    row_form = RowForm

    def __init__(self, *args, offered=None, **options):
        super().__init__(*args, **options)
        self.offered = offered or {}

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "offered": self.offered}

    def get_form_options(self):
        options = super().get_form_options()
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        form_class = type(RowForm)("OfferingRowForm", (self.row_form,), {"offered": self.offered})
        options["formsets"][self.relation_name]["form"] = get_form_for_model(
            self.db_field.related_model, form_class=form_class, defer_required_on_fields=deferred
        )
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, *, panel, form=None, **options):
            if form is not None:
                read_ends(form.formsets[panel.relation_name].forms)
            super().__init__(panel=panel, form=form, **options)
            if form is not None:
                for row in (*self.formset.forms, self.empty_child.form):
                    offer_rows(row, form.instance, form.for_user)


def _limits(form, name):
    """Which terms the field of the model allows, as arguments of `filter`."""
    model = getattr(getattr(form, "_meta", None), "model", None)
    found = next((each for each in model._meta.get_fields() if each.name == name), None) if model else None
    return found.get_limit_choices_to() if isinstance(found, models.ForeignKey) else {}


def _keys(value):
    """The primary keys in an initial value: a key or a term, or several of them."""
    values = value if hasattr(value, "__iter__") and not isinstance(value, str) else [value]
    return [getattr(each, "pk", each) for each in values if each]
