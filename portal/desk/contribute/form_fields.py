"""The form fields of members: those of the models, without what only the admin's pages can show.

What may be chosen is asked for who fills the form: organisations and entries that they may not know of are no choice.
"""

from django import forms
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.text import capfirst
from wagtail.fields import RichTextField

from portal.access.models import RecordIdentity
from portal.access.queries import visible_to
from portal.access.readers import reader_of
from portal.desk.contribute.known_choices import KnownChoice
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.records.plain_prose import as_plain, as_rich
from portal.records.registry import kind
from portal.records.term_fields import field_for
from portal.records.widgets import LongSelect
from portal.taxonomy.models import Term

LONGEST = 20_000
"""Characters of a text of the story."""
MOST_IN_SIGHT = 30
"""Choices of a list; a longer one can be narrowed by typing."""


class ProseField(forms.CharField):
    """A text of the story as plain lines; unchanged lines keep the rich text as it is."""

    widget = forms.Textarea({"rows": 6})

    def __init__(self, **options):
        super().__init__(max_length=LONGEST, **options)
        self.before = ""

    def prepare_value(self, value):
        return as_plain(value) if value == self.before else value

    def has_changed(self, initial, data):
        return as_plain(initial or "").split() != (data or "").split()

    def clean(self, value):
        text = super().clean(value)
        return as_rich(text, self.before) if self.has_changed(self.before, text) else self.before


class OrganisationChoice(KnownChoice):
    """An organisation, by its whole name."""

    def label_from_instance(self, organisation):
        return organisation.name_in_full


class RecordChoice(KnownChoice):
    """A published entry, by title and code."""

    def label_from_instance(self, identity):
        return f"{identity.title} ({kind(identity.kind).label}, {identity.code})"


def drop_what_is_hidden(form):
    """Takes out of a model's form what points at something its user may not know of: it stays as it is, unseen.
    Returns the fields that were taken out."""
    hidden = {}
    for name, field in form.fields.items():
        stored = getattr(form.instance, f"{name}_id", None)
        if stored and isinstance(field, KnownChoice) and not field.knows(stored):
            hidden[name] = field
    for name in hidden:
        del form.fields[name]
    return list(hidden.values())


def known_organisations(user):
    """The organisations that the user may know of, and their own."""
    live = Organisation.objects.live()
    return visible_to(live, user) | live.filter(pk__in=reader_of(user).organisation_ids)


def known_records(user, **filters):
    """The identities of published entries that the user may know of, each with its `title`."""
    pages = RecordPage.objects.live().filter(translation_key=OuterRef("key")).order_by("pk")
    known = RecordIdentity.objects.visible_to(user).filter(**filters)
    return (
        known.annotate(title=Subquery(pages.values("title")[:1])).filter(title__isnull=False).order_by("title", "code")
    )


def own_field(question, user):
    """The form field of a kind's own question (OwnQuestion) for this user."""
    if question.is_organisation:
        return OrganisationChoice(known_organisations(user), empty_label="—", **question.make())
    return question.make()


def hides(field, stored):
    """Whether what is stored is an organisation that the writer may not know of: then it stays as it is, unseen."""
    return bool(stored) and isinstance(field, OrganisationChoice) and not field.knows(stored)


def field_for_member(db_field, user, **options):
    """The form field of a model's field for this user."""
    shared = {
        "label": capfirst(db_field.verbose_name),
        "help_text": db_field.help_text,
        "required": not db_field.blank,
    }
    if isinstance(db_field, RichTextField):
        return ProseField(**shared)
    if isinstance(db_field, models.DateField):
        return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **shared)
    if isinstance(db_field, models.TimeField):
        return forms.TimeField(widget=forms.TimeInput({"type": "time"}, format="%H:%M"), **shared)
    target = db_field.related_model if db_field.is_relation else None
    if target is Organisation:
        return OrganisationChoice(known_organisations(user), empty_label="—", **shared)
    if target is RecordIdentity:
        return RecordChoice(known_records(user, **db_field.get_limit_choices_to()), empty_label="—", **shared)
    if isinstance(target, type) and issubclass(target, Term):
        return field_for(db_field)
    if len(list(db_field.choices or ())) > MOST_IN_SIGHT:
        return db_field.formfield(widget=LongSelect)
    return db_field.formfield()
