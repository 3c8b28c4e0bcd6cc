from django.db import models
from django.utils.translation import gettext_lazy as _

from .from_file import FromFile
from .version import RenewingQuerySet, VocabularyVersion


class GlossaryTerm(FromFile):
    """A word of the community, explained, with its synonyms and acronyms.

    Its forms are what it becomes in a text where the search cannot know that it is the same word: broken plurals.
    """

    class Confidence(models.TextChoices):
        HIGH = "high", _("High: usual UN and IMAS wording")
        MEDIUM = "medium", _("Medium: usage varies")

    key = models.SlugField(_("key"), max_length=80, unique=True)
    term_en = models.CharField(_("English term"), max_length=120)
    term_fr = models.CharField(_("French term"), max_length=120, blank=True)
    term_ar = models.CharField(_("Arabic term"), max_length=120, blank=True)
    acronym_en = models.CharField(_("English acronym"), max_length=20, blank=True)
    acronym_fr = models.CharField(_("French acronym"), max_length=20, blank=True)
    synonyms_en = models.JSONField(_("English synonyms"), default=list, blank=True)
    synonyms_fr = models.JSONField(_("French synonyms"), default=list, blank=True)
    synonyms_ar = models.JSONField(_("Arabic synonyms"), default=list, blank=True)
    forms_en = models.JSONField(_("other English forms"), default=list, blank=True)
    forms_fr = models.JSONField(_("other French forms"), default=list, blank=True)
    forms_ar = models.JSONField(_("other Arabic forms"), default=list, blank=True)
    definition_en = models.TextField(_("English definition"))
    definition_fr = models.TextField(_("French definition"), blank=True)
    definition_ar = models.TextField(_("Arabic definition"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence.choices, default=Confidence.MEDIUM)
    is_shown = models.BooleanField(_("shown in the glossary"), default=True)

    objects = RenewingQuerySet.as_manager()

    class Meta:
        ordering = ["term_en"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        default_permissions = ("add", "change", "view")

    def __str__(self):
        return self.term_en

    def save(self, *args, **options):
        super().save(*args, **options)
        VocabularyVersion.renew()

    def delete(self, *args, **options):
        """Deletes the word; answers as Django does."""
        deleted = super().delete(*args, **options)
        VocabularyVersion.renew()
        return deleted

    def acronym(self, language: str) -> str:
        """The acronym in one language; "" where there is none."""
        return getattr(self, f"acronym_{language}", "")

    def words(self, language: str) -> list[str]:
        """Term, acronym, other forms and synonyms in one language, those that there are."""
        return [word for word in (*self.own_words(language), *getattr(self, f"synonyms_{language}")) if word]

    def own_words(self, language: str) -> list[str]:
        """The same without synonyms, which need not mean quite the same."""
        words = [getattr(self, f"term_{language}"), self.acronym(language), *getattr(self, f"forms_{language}")]
        return [word for word in words if word]
