"""Rows of a record page. Nothing may point at them: publishing an older revision deletes and remakes them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.models import Orderable, TranslatableMixin

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import LinkKind, ParticipantRole


class TextRow(TranslatableMixin, Orderable):
    """A row whose words are translated with its page."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    keeps_key = False
    """Whether something elsewhere names a row of this class by its `translation_key`: files then say it."""
    written_fields = ()
    """What files and comparisons say of it; by default the words that search has."""

    def texts(self):
        """The words of this row, for search: text, terms and organisations."""
        return [value for field in self.text_fields if (value := getattr(self, field))]

    def written(self):
        """What files and comparisons say of it: text, terms, organisations and entries."""
        return [value for field in self.written_fields or self.text_fields if (value := getattr(self, field))]


class RecordOrganisation(Orderable):
    """An organisation that has a part in what the record tells."""

    record = ParentalKey("records.RecordPage", on_delete=models.CASCADE, related_name="organisations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    role = models.ForeignKey(ParticipantRole, models.PROTECT, related_name="+", verbose_name=_("role"))
    named_as = models.CharField(_("named in the source as"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("organisation with a role")
        verbose_name_plural = _("organisations with a role")

    def __str__(self):
        return f"{self.organisation} ({self.role})"


class RecordSource(Orderable):
    """Where a record's facts come from."""

    record = ParentalKey("records.RecordPage", on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    is_mirror = models.BooleanField(_("a copy on another site"), default=False)
    confidence = models.CharField(_("what was read"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title

    def texts(self):
        return [self.title, self.publisher]


class RecordLink(Orderable):
    """A typed link to another record, shown from both ends, with a note that says why."""

    record = ParentalKey("records.RecordPage", on_delete=models.CASCADE, related_name="links")
    kind = models.ForeignKey(LinkKind, models.PROTECT, related_name="+", verbose_name=_("kind"))
    target = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="links_here", verbose_name=_("to"))
    note = models.CharField(_("note"), max_length=300, blank=True, help_text=_("Why the two belong together."))

    class Meta(Orderable.Meta):
        verbose_name = _("link to another entry")
        verbose_name_plural = _("links to other entries")

    def __str__(self):
        return f"{self.kind} {self.target}"


class RecordTag(TagBase):
    """A free word for what no vocabulary has."""

    free_tagging = True

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class TaggedRecord(ItemBase):
    """That a record carries a tag."""

    tag = models.ForeignKey(RecordTag, models.CASCADE, related_name="tagged_records")
    content_object = ParentalKey("records.RecordPage", on_delete=models.CASCADE, related_name="tagged_items")
