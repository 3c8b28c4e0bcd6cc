"""Rows of a data need."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.access.models import RecordIdentity
from portal.records.models import TextRow


class NeedAnswer(TextRow):
    """What met the need, or a part of it: an entry of the portal (a holding, a flow), or words where it has none."""

    need = ParentalKey("needs.DataNeedPage", on_delete=models.CASCADE, related_name="met_by")
    target = models.ForeignKey(
        RecordIdentity, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entry that meets it")
    )
    note = models.CharField(
        _("in words"),
        max_length=300,
        blank=True,
        help_text=_("What it gives and what is still missing, for example “Counts by district since 2023”."),
    )

    text_fields = ("note",)

    class Meta(TextRow.Meta):
        verbose_name = _("what meets the need")
        verbose_name_plural = _("what meets the need")

    def __str__(self):
        # Never the target: who may know of it is asked where it is shown.
        return self.note
