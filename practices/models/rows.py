"""Rows of a practice."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from portal.records.story import OneText


class PracticeStep(OneText):
    """One thing to do."""

    practice = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="steps")
    text = models.TextField(_("step"), help_text=_("One thing to do, beginning with a verb."))

    class Meta(OneText.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")


class PracticePrecondition(OneText):
    """What must be there before one begins."""

    practice = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="preconditions")
    text = models.CharField(_("precondition"), max_length=300)

    class Meta(OneText.Meta):
        verbose_name = _("precondition")
        verbose_name_plural = _("preconditions")


class PracticeRisk(OneText):
    """What may go wrong."""

    practice = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="risks")
    text = models.CharField(_("risk"), max_length=300)

    class Meta(OneText.Meta):
        verbose_name = _("risk")
        verbose_name_plural = _("risks")


class PracticeTemplate(Orderable):
    """A file to start from: a letter, a form, a table."""

    practice = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="templates")
    document = models.ForeignKey(get_document_model_string(), models.PROTECT, related_name="+", verbose_name=_("file"))

    class Meta(Orderable.Meta):
        verbose_name = _("template to download")
        verbose_name_plural = _("templates to download")

    def __str__(self):
        return self.document.title
