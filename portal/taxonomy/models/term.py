from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("en", "fr", "ar")


class TermQuerySet(models.QuerySet):
    def current(self):
        """Terms that may still be chosen."""
        return self.filter(valid_until=None)


class Term(models.Model):
    """One entry of a controlled vocabulary: a key for programs, a label in each language for people.

    A term in use is never deleted: it gets `valid_until` and `replaced_by` (portal.taxonomy.services).
    """

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
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaces")

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["sort_order", "key"]

    def __str__(self):
        return self.label

    @property
    def label(self):
        """The label in the reader's language, in English where that is missing."""
        return getattr(self, f"label_{(get_language() or 'en')[:2]}", "") or self.label_en

    @property
    def labels(self):
        """The labels in all languages, which are findable in each."""
        return tuple(filter(None, (getattr(self, f"label_{language}") for language in LANGUAGES)))
