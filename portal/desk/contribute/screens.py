"""One screen of a member's form: fields of the page, rows of it and questions of the kind's own, as one form."""

from functools import partial

from django import forms
from django.forms.models import modelform_factory
from django.utils.text import capfirst

from portal.desk.contribute.conflicts import said
from portal.desk.contribute.form_fields import ProseField, drop_what_is_hidden, field_for_member, hides, own_field
from portal.desk.contribute.rows import RowsOf
from portal.desk.contribute.words import explained, guidance_for, panels_of
from portal.records.related import read_related
from portal.records.row_keys import offer_rows
from portal.records.short_forms import Rows, name_of
from portal.records.term_fields import TermFields
from portal.taxonomy.tree import held


class FieldsForm(TermFields, forms.ModelForm):
    """The fields of one screen. Of a draft only the title is `needed`: it may have holes."""

    def __init__(self, *args, short, needed=("title",), **options):
        super().__init__(*args, use_required_attribute=False, **options)
        self.short = short
        drop_what_is_hidden(self)
        for name, field in self.fields.items():
            field.required = name in needed
            # A browser would cut a text that is too long without a word: the server says so.
            field.widget.attrs.pop("maxlength", None)
            if isinstance(field, ProseField):
                field.before = self.initial.get(name) or ""

    def clean(self):
        data = super().clean()
        if self.short.title and self.instance._state.adding:
            self.instance.title = self.short.title(data)
        changed = {name: data.get(name) for name in self.changed_data}
        wrong = {**self.short.wrong_in(changed), **self.short.wrong_with(self.instance, data)}
        for name, sentence in wrong.items():
            self.add_error(name, sentence)
        return data


class Screen:
    """`questions` of a kind for one person, about one page; bound where there is `data`.

    `carried` are pairs of a parameter and its value that the form of a new entry sends along.
    """

    carried = ()

    def __init__(self, kind, questions, page, author, data=None, files=None, *, initial=None, more="", is_draft=False):
        self.kind, self.page, self.author = kind, page, author
        self.organisation = author.organisation(_identity_of(page) if page.pk else None)
        self.parts = [part for question in questions for part in question]
        self.needed = ("title",) if is_draft else kind.short.needed
        self.before = said(page, self)
        """What the page said in these parts; validating already changes it."""
        guidance = guidance_for(kind)
        with held():
            if page.pk:
                read_related(page)
            self.fields_form = self._fields_form(data, initial)
            self._add_own(data)
            self._explain(guidance)
            rows = [part for part in self.parts if isinstance(part, Rows)]
            self.rows = {part.name: self._rows(part, (data, files), guidance, more) for part in rows}
        self.files = []
        """What was stored with the answers: to be removed where these are not kept."""

    def _fields_form(self, data, initial):
        own = self.kind.short.own
        names = [part for part in self.parts if isinstance(part, str) and part not in own]
        callback = partial(_field_for, user=self.author.user)
        form = modelform_factory(self.kind.model, form=FieldsForm, fields=names, formfield_callback=callback)
        made = form(data, instance=self.page, initial=initial, short=self.kind.short, needed=self.needed)
        offer_rows(made, self.page, self.author.user)
        return made

    def _add_own(self, data):
        """The kind's own questions, before the field that they are asked with."""
        fields = self.fields_form.fields
        for part in self.parts:
            if question := isinstance(part, str) and self.kind.short.own.get(part):
                field, stored = own_field(question, self.author.user), question.read(self.page, self.organisation)
                if hides(field, stored):
                    continue
                fields[part], self.fields_form.initial[part] = field, stored
                field.required = part in self.needed
        self.fields_form.order_fields([part for part in self.parts if isinstance(part, str)])

    def _explain(self, guidance):
        for name, field in self.fields_form.fields.items():
            field.help_text = explained(self.kind.model, name, guidance, field.help_text)

    def _rows(self, part, sent, guidance, more):
        label = getattr(panels_of(self.kind.model).get(part.name), "heading", "")
        label = label or getattr(self.kind.model, part.name).rel.related_model._meta.verbose_name_plural
        help_text = explained(self.kind.model, part.name, guidance)
        options = {"label": capfirst(label), "help_text": help_text, "more": more == part.name}
        options["is_optional"] = part.name not in self.kind.short.needed
        options["moves"] = self.kind.short.moves.get(part.name)
        options["uploads"] = {field for rows, field in self.kind.short.files if rows == part.name}
        return RowsOf(part, self.page, self.author.user, *sent, **options)

    def __iter__(self):
        """What the template prints, in the order of the questions: bound fields and rows."""
        for part in self.parts:
            if isinstance(part, Rows):
                yield self.rows[part.name]
            elif part in self.fields_form.fields:
                yield self.fields_form[part]

    @property
    def names(self):
        return [name_of(part) for part in self.parts]

    def is_valid(self):
        rows = [rows.is_valid() for rows in self.rows.values()]
        return self.fields_form.is_valid() and all(rows)

    def apply(self):
        """Puts what was answered into the page, which is not saved."""
        self.fields_form._save_m2m()
        for rows in self.rows.values():
            self.files += rows.apply()
        for name, question in self.kind.short.own.items():
            if name in self.fields_form.fields:
                question.write(self.page, self.fields_form.cleaned_data.get(name), self.organisation)

    @property
    def has_moved(self):
        return any(rows.has_moved for rows in self.rows.values())

    @property
    def moved_to(self):
        """Where the line that was moved stands on the page; "" where none was."""
        return next((rows.moved_to for rows in self.rows.values() if rows.moved_to), "")

    @property
    def can_move(self):
        """Whether it has buttons that move lines."""
        return any(rows.placed for rows in self.rows.values())

    @property
    def has_files(self):
        """Whether its form asks for files."""
        return any(rows.has_files for rows in self.rows.values())

    @property
    def answers(self):
        return self.fields_form.cleaned_data

    @property
    def errors(self):
        """Pairs of field and sentence, in order; the field is None for what concerns the whole."""
        form = self.fields_form
        of_fields = [
            (form[name] if name in form.fields else None, error) for name in form.errors for error in form.errors[name]
        ]
        return [*of_fields, *(pair for rows in self.rows.values() for pair in rows.errors)]


def _identity_of(page):
    """As it was read with the draft, else anew."""
    return getattr(page, "read_identity", None) or page.identity


def _field_for(db_field, user, **options):
    return field_for_member(db_field, user)
