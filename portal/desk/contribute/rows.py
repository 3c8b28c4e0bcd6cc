"""Rows of an entry on a member's page: as many lines as there are, and an empty one; an emptied line goes."""

from functools import partial

from django import forms
from django.forms.models import modelform_factory

from portal.desk.contribute.form_fields import RecordChoice, drop_what_is_hidden, field_for_member
from portal.desk.contribute.known_choices import share
from portal.desk.contribute.placing import anchor_of, placed_in, wanted_in
from portal.desk.contribute.uploads import WithFiles, upload_for
from portal.desk.contribute.words import offered_in
from portal.records.row_keys import offer_rows
from portal.records.term_fields import TermFields

MOST = 30
"""Lines that one can add up to; an import may have brought more."""
OF_PLACE = {"id", "sort_order", "translation_key", "locale"}
"""Fields of a row that are no content of it."""


class RowForm(WithFiles, TermFields, forms.ModelForm):
    """One line. Nothing in it need be filled as long as the whole line is empty."""

    def __init__(self, *args, **options):
        super().__init__(*args, use_required_attribute=False, **options)
        hidden = drop_what_is_hidden(self)
        self.has_hidden = bool(hidden)
        self.is_unseen = any(isinstance(field, RecordChoice) for field in hidden)
        """Whether the line is about an entry that its user may not know of: what is said of that tells of it, too."""

    def is_empty(self):
        """Whether nothing is left in any of its fields, as it was sent."""
        if self.has_hidden:
            return False
        values = (self[name].data for name in self.fields)
        return not any(value and (isinstance(value, list) or str(value).strip()) for value in values)


class RowsOf:
    """The lines of one relation of a page, for one person; bound where there is `data`."""

    def __init__(
        self, rows, page, user, data=None, files=None, *, label, help_text="", more=False, is_optional=False,
        moves=None, uploads=(),
    ):  # fmt: skip
        self.name, self.page, self.user = rows.name, page, user
        self.label, self.help_text, self.is_optional = label, help_text, is_optional
        self.stored = list(getattr(page, rows.name).all())
        self.form_class = _form_class(rows, type(page), user, uploads)
        share(self.form_class, self.stored)
        self.has_files = bool(uploads)
        self.counter = f"{self.name}-rows"
        self.has_moved = False
        """Whether a line was emptied before others, or moved: they stand at another place since."""
        self.moves, self.wanted = moves, wanted_in(data, rows.name) if moves else None
        self.moved_to = ""
        """Where the line that was moved stands on the page."""
        number = self._number(data)
        # One more than MOST would not be taken when it is sent.
        self.forms = [self._form(each, data, files) for each in range(number + (bool(more) and number < MOST))]
        self.placed = placed_in(self, moves) if moves else []

    def _number(self, data):
        if data is None:
            return max(len(self.stored), 1)
        sent = str(data.get(self.counter, ""))
        number = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 0
        # What is stored is taken whole, however much it is: lines that no form stands for would go.
        return max(min(number, MOST), len(self.stored))

    def _form(self, number, data, files):
        is_stored = number < len(self.stored)
        instance = self.stored[number] if is_stored else None
        is_sent = data is not None and any(key.startswith(f"{self.name}-{number}-") for key in data)
        make = partial(self.form_class, prefix=f"{self.name}-{number}", instance=instance, user=self.user)
        form = make(data, files) if is_sent else make()
        if form.is_unseen and form.is_bound:
            form = make()
        offer_rows(form, self.page, self.user)
        return form

    @property
    def shown(self):
        """The forms of the lines that the writer sees; the others stay as they are."""
        return [form for form in self.forms if not form.is_unseen]

    def is_valid(self):
        # Each is asked, so that each says what is wrong in it.
        wrong = [form for form in self.forms if form.is_bound and not form.is_empty() and not form.is_valid()]
        return not wrong

    def apply(self):
        """Puts the lines into the page: those that hold something, in their order; what was not sent stays. Returns the
        files that were kept with them."""
        is_kept = [self._is_kept(form) for form in self.forms]
        self.has_moved = is_kept != sorted(is_kept, reverse=True)
        kept = [form.instance for form, kept in zip(self.forms, is_kept, strict=True) if kept]
        stored = [file for form, kept in zip(self.forms, is_kept, strict=True) if kept for file in form.keep_files()]
        if self.wanted:
            kept = self._moved(kept)
        for number, row in enumerate(kept):
            row.sort_order = number
        getattr(self.page, self.name).set(kept)
        return stored

    def _moved(self, kept):
        number, way = self.wanted
        row = self.forms[number].instance if number < len(self.forms) else None
        if not any(each is row for each in kept):
            return kept
        self.has_moved, self.moved_to = True, anchor_of(self.name, row)
        return self.moves.move(kept, row, way)

    def _is_kept(self, form):
        if not form.is_bound:
            return form.instance in self.stored
        return not form.is_empty()

    @property
    def errors(self):
        """Pairs of field and sentence, of the lines that hold something."""
        sent = [form for form in self.forms if form.is_bound and not form.is_empty()]
        return [
            (form[name], error)
            for form in sent
            for name in form.errors
            if name in form.fields
            for error in form.errors[name]
        ]

    @property
    def can_have_more(self):
        return len(self.forms) < MOST


def content_of(rows):
    """What rows say, comparable: of each its fields, without what only places it."""
    return [tuple(_value(row, field) for field in fields_of(type(row))) for row in rows]


def _value(row, field):
    return str(getattr(row, field.attname) or "")


def fields_of(model):
    """The fields of a row that hold its content."""
    return [field for field in model._meta.concrete_fields if field.name not in OF_PLACE and not _is_parent(field)]


def _is_parent(field):
    return type(field).__name__ == "ParentalKey"


def _form_class(rows, model, user, uploads):
    row_model = getattr(model, rows.name).rel.related_model
    callback = partial(_field_for, user=user, uploads=uploads)
    form = modelform_factory(row_model, form=RowForm, fields=rows.fields, formfield_callback=callback)
    form.offered = {name: terms for name, terms in offered_in(model, rows.name).items() if name in rows.fields}
    return form


def _field_for(db_field, user, uploads, **options):
    return upload_for(db_field) if db_field.name in uploads else field_for_member(db_field, user)
