"""The admin's forms of terms."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.core.open_words import OpenWords
from portal.taxonomy.choosers import TermChoiceField
from portal.taxonomy.columns import COLUMNS, Type
from portal.taxonomy.files import KEY
from portal.taxonomy.services import changes_what_is_guarded, guarded_sentence, save_term
from portal.taxonomy.tree import tree_of
from portal.taxonomy.vocabularies import vocabulary_in

PREFIX = "column_"
YES_NO = [("", "—"), ("yes", _("Yes")), ("no", _("No"))]


class TermForm(OpenWords, WagtailAdminModelForm):
    """A term with the typed columns of its file; the key stands for ever once it is given."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "key" in self.fields:
            self.fields["key"].disabled = bool(self.instance.pk)
            self.fields["key"].validators.append(RegexValidator(f"^{KEY.pattern}$", _("Small letters, digits and _.")))
        if "parent" in self.fields:
            self._offer_broader_terms()
        for name in self._columns():
            self.initial[PREFIX + name] = self.instance.attributes.get(name, "")

    def _columns(self):
        return [name.removeprefix(PREFIX) for name in self.fields if name.startswith(PREFIX)]

    def _offer_broader_terms(self):
        """Valid terms and the one it has, without itself and what stands below it."""
        model = type(self.instance)
        below = {node.pk for node in tree_of(model).descendants(self.instance.pk)} if self.instance.pk else set()
        offered = model.objects.current() | model.objects.filter(pk=self.instance.parent_id)
        self.fields["parent"].queryset = offered.exclude(pk__in={*below, self.instance.pk})

    def clean(self):
        data = super().clean()
        is_bound = self.instance.pk and not self.for_user.is_superuser
        if is_bound and changes_what_is_guarded(self.instance, self.instance.attributes | self._cells()):
            self.add_error(None, guarded_sentence())
        return data

    def _cells(self):
        typed = {name: self.cleaned_data.get(PREFIX + name) for name in self._columns()}
        return {name: _cell(value) for name, value in typed.items()}

    def save(self, commit=True):
        term = super().save(commit=False)
        # A new dictionary: the old one is what the change is compared with.
        term.attributes = term.attributes | self._cells()
        return save_term(term=term, by=self.for_user) if commit else term


def form_of(vocabulary, columns) -> type[TermForm]:
    """The form of a vocabulary, with a field for each of the columns (names in COLUMNS)."""
    fields = {PREFIX + name: _field(COLUMNS[name], vocabulary) for name in columns}
    if vocabulary.is_tree:
        fields["parent"] = TermChoiceField(vocabulary.model, required=False, label=_("Broader term"))
    return type(f"{vocabulary.model.__name__}Form", (TermForm,), fields)


def _field(column, vocabulary):
    options = {"required": False, "label": capfirst(column.label)}
    if column.type is Type.FLAG:
        return forms.ChoiceField(choices=YES_NO, **options)
    if column.type is Type.NUMBER:
        return forms.IntegerField(**options)
    if column.type is Type.KEY:
        return TermChoiceField(vocabulary_in(column.target).model, to_field_name="key", **options)
    return forms.CharField(max_length=200, **options)


def _cell(value):
    """As the file would say it."""
    return "" if value is None else getattr(value, "key", str(value))


class ReplaceForm(forms.Form):
    """Which term takes the place of another."""

    def __init__(self, *args, term, **options):
        super().__init__(*args, **options)
        model = type(term)
        self.fields["by_term"] = TermChoiceField(
            model,
            queryset=model.objects.current().exclude(pk=term.pk),
            label=_("Replace by"),
            empty_label=_("Choose a term"),
        )


class LinesField(forms.CharField):
    """A list of short texts, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lines = (line.strip() for line in super().to_python(value).splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


SYNONYMS = _("One a line. Who searches for one name of the word finds texts with the others, too.")
FORMS = _("One a line: plurals and spellings that the search cannot derive itself, such as “mice” of “mouse”.")


class GlossaryForm(OpenWords, WagtailAdminModelForm):
    synonyms_en = LinesField(required=False, label=_("English synonyms"), help_text=SYNONYMS)
    synonyms_fr = LinesField(required=False, label=_("French synonyms"), help_text=SYNONYMS)
    synonyms_ar = LinesField(required=False, label=_("Arabic synonyms"), help_text=SYNONYMS)
    forms_en = LinesField(required=False, label=_("Other English forms"), help_text=FORMS)
    forms_fr = LinesField(required=False, label=_("Other French forms"), help_text=FORMS)
    forms_ar = LinesField(required=False, label=_("Other Arabic forms"), help_text=FORMS)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["key"].disabled = bool(self.instance.pk)
        self.fields["key"].validators.append(RegexValidator(f"^{KEY.pattern}$", _("Small letters, digits and _.")))
