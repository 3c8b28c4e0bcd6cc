"""Which cell a field of a model has."""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.fields import RichTextField

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import Term

from .named import Bodies, Body, Entries, Entry, Key, OneTerm, Terms
from .plain_values import Choice, Day, Hour, Moment, Number, Year, YesNo
from .texts import Mailbox, Prose, Text, WebAddress, Words

OF_MANY = ((Term, Terms), (Organisation, Bodies), (RecordIdentity, Entries))
OF_ONE = ((Term, OneTerm), (Organisation, Body), (RecordIdentity, Entry))
OF_VALUES = (
    (RichTextField, Prose), (ClusterTaggableManager, Words), (models.JSONField, Words), (models.UUIDField, Key),
    (models.BooleanField, YesNo), (models.DateTimeField, Moment), (models.DateField, Day), (models.TimeField, Hour),
    (models.URLField, WebAddress),
    (models.EmailField, Mailbox), (models.PositiveSmallIntegerField, Number), (models.CharField, Text),
    (models.TextField, Text),
)  # fmt: skip
"""In this order: some of these fields are others, too."""
YEARS = ("_year", "year", "as_of")


def cell_for(field):
    """The Cell of a field; None of one that no file can hold, such as a document."""
    if isinstance(field, ClusterTaggableManager):
        return Words(field)
    if field.is_relation:
        of = OF_MANY if field.many_to_many else OF_ONE
        return next((cell(field) for model, cell in of if issubclass(field.related_model, model)), None)
    if field.choices:
        return Choice(field)
    if isinstance(field, models.PositiveSmallIntegerField) and field.name.endswith(YEARS):
        return Year(field)
    return next((cell(field) for of, cell in OF_VALUES if isinstance(field, of)), None)
