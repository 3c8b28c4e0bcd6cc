"""Rows of a partnership idea."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.models import TextRow
from portal.records.story import OneText

JOINED = ("need", "holding", "flow", "platform")
"""Kinds of entries that an idea brings together."""


class IdeaJoin(TextRow):
    """A need, data or a flow that the idea would bring together with others, and what it brings."""

    idea = ParentalKey("partnerships.IdeaPage", on_delete=models.CASCADE, related_name="joins")
    target = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind__in": JOINED},
        verbose_name=_("need, data, flow or platform"),
    )
    note = models.CharField(
        _("in words"),
        max_length=300,
        blank=True,
        help_text=_("What it brings, or what has no entry here, for example “Counts by district, each quarter”."),
    )

    text_fields = ("note",)
    written_fields = ("target", "note")

    class Meta(TextRow.Meta):
        verbose_name = _("what it would join")
        verbose_name_plural = _("what it would join")

    def __str__(self):
        # Never the target: that it exists is for who may know of it.
        return self.note

    def clean(self):
        super().clean()
        if not (self.target_id or self.note):
            raise ValidationError({"note": _("Choose an entry, or say in words what would be joined.")})


class IdeaStep(TextRow):
    """A step of the plan: what, which organisation does it, until when, and when it was done."""

    keeps_key = True

    idea = ParentalKey("partnerships.IdeaPage", on_delete=models.CASCADE, related_name="steps")
    text = models.CharField(
        _("step"), max_length=300, help_text=_("For example “Agree on five questions with the coordination body”.")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who does it")
    )
    due_on = models.DateField(_("until"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    text_fields = ("text", "organisation")
    written_fields = ("text", "organisation", "due_on", "done_on")

    class Meta(TextRow.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self):
        return self.text


class IdeaRisk(OneText):
    """What could go wrong."""

    idea = ParentalKey("partnerships.IdeaPage", on_delete=models.CASCADE, related_name="risks")
    text = models.TextField(_("risk"), help_text=_("For example “Enumerators go and look for items”."))

    class Meta(OneText.Meta):
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
