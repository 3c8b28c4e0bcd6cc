from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.languages import LANGUAGES, reading_language
from portal.taxonomy.tree import tree_of
from portal.taxonomy.usage import refuse_if_used
from portal.taxonomy.validity import CURRENT, is_current

from .from_file import FromFile
from .version import RenewingQuerySet, VocabularyVersion


class TermQuerySet(RenewingQuerySet):
    """Renews the trees after each change, and refuses to delete what is in use."""

    def current(self):
        """Terms that may be chosen today."""
        return self.filter(CURRENT)

    def delete(self):
        """Deletes terms that nothing uses. Raises TermInUse otherwise, and deletes none."""
        refuse_if_used(self.model, [term.pk for term in self])
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class Term(FromFile):
    """One entry of a controlled vocabulary: a key for programs, a label in each language for people.

    A term in use is never deleted: it gets `valid_until` and `replaced_by` (portal.taxonomy.services).
    """

    # What records show or are found by: when one of these changes, their search documents are renewed.
    projected = ("label_en", "label_fr", "label_ar", "parent_id", "attributes")

    key = models.SlugField(_("key"), max_length=80, unique=True)
    label_en = models.CharField(_("English label"), max_length=200)
    label_fr = models.CharField(_("French label"), max_length=200, blank=True)
    label_ar = models.CharField(_("Arabic label"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("broader term")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    source = models.CharField(_("source"), max_length=300, blank=True)
    uri = models.URLField(_("standard URI"), max_length=300, blank=True)
    attributes = models.JSONField(_("further columns of the vocabulary's file"), default=dict, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name=_("replaced by")
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["sort_order", "key"]
        default_permissions = ("add", "change", "view")

    def __str__(self):
        return self.label

    def save(self, *args, **options):
        super().save(*args, **options)
        VocabularyVersion.renew()

    def delete(self, *args, **options):
        """Deletes a term that nothing uses. Raises TermInUse otherwise."""
        refuse_if_used(type(self), [self.pk])
        deleted = super().delete(*args, **options)
        VocabularyVersion.renew()
        return deleted

    @property
    def is_current(self):
        """Whether it may be chosen today."""
        return is_current(self.valid_until)

    @property
    def label(self):
        """The label in the reader's language, in English where that is missing."""
        return getattr(self, f"label_{reading_language()}", "") or self.label_en

    @property
    def labels(self):
        """The labels in all languages, which are findable in each."""
        return tuple(filter(None, (getattr(self, f"label_{language}") for language in LANGUAGES)))

    def labels_in(self, language: str) -> tuple[str, ...]:
        """What it is called in one language, those that there are; a vocabulary may know more than is displayed."""
        return tuple(filter(None, [getattr(self, f"label_{language}")]))

    @property
    def search_labels(self):
        """The words by which the term is found; more than are displayed where a vocabulary says so."""
        return self.labels

    def ancestors(self):
        """The broader terms as tree nodes, from the broadest to the nearest (portal.taxonomy.tree)."""
        return tree_of(type(self)).ancestors(self.parent_id)

    def flag(self, column: str) -> bool:
        """Whether a yes/no column of the file says yes."""
        return self.attributes.get(column) == "yes"
