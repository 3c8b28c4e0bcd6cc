from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from portal.access.models import RecordIdentity
from portal.records.story import prose
from portal.taxonomy.models import FileFormat, GeographyLevel, Standard, UpdateFrequency
from practices.holdings.enums import RecordCount


class WhatIsHeld(models.Model):
    """What the data are: how fine, from when, how collected, how often renewed, where kept, in which form."""

    data_note = models.CharField(
        _("further data, in words"), max_length=300, blank=True, help_text=_("What the list of kinds lacks.")
    )
    finest_level = models.ForeignKey(
        GeographyLevel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("finest geography held")
    )
    level_note = models.CharField(
        _("about the geography"), max_length=300, blank=True, help_text=_("For example “Perimeters since 2010 only.”")
    )
    from_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(
        _("to year"), null=True, blank=True, help_text=_("Empty where it goes on.")
    )
    period_note = models.CharField(
        _("about the period"), max_length=300, blank=True, help_text=_("For example “Gaps between 2013 and 2015.”")
    )
    unit_of_record = models.CharField(
        _("unit of record"), max_length=200, blank=True, help_text=_("For example “one hazardous area”.")
    )
    collection_method = models.CharField(
        _("how the data were collected"),
        max_length=300,
        blank=True,
        help_text=_("For example “Interviews with key informants, each quarter.”"),
    )
    record_count = models.CharField(_("number of units"), max_length=20, choices=RecordCount, blank=True)
    update_frequency = models.ForeignKey(
        UpdateFrequency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("updated")
    )
    frequency_note = models.CharField(
        _("about the updates"), max_length=300, blank=True, help_text=_("For example “After each survey season.”")
    )
    last_updated_on = models.DateField(
        _("last update of the data"),
        null=True,
        blank=True,
        help_text=_("With the above it says whether they are late."),
    )
    platform = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "platform"},
        verbose_name=_("kept on"),
    )
    platform_note = models.CharField(
        _("kept on, in words"), max_length=200, blank=True, help_text=_("For example “IMSMA Core”.")
    )
    formats = ParentalManyToManyField(FileFormat, verbose_name=_("formats"), blank=True, related_name="+")
    data_languages = models.CharField(
        _("languages of the data"), max_length=200, blank=True, help_text=_("For example “Arabic; English labels”.")
    )
    standards = ParentalManyToManyField(Standard, verbose_name=_("standards"), blank=True, related_name="+")
    standards_note = models.CharField(
        _("further standards, in words"), max_length=300, blank=True, help_text=_("What the list of standards lacks.")
    )
    has_pcodes = models.BooleanField(_("has P-codes"), null=True, blank=True)
    by_sex = models.BooleanField(_("by sex"), null=True, blank=True)
    by_age = models.BooleanField(_("by age"), null=True, blank=True)
    by_disability = models.BooleanField(_("by disability"), null=True, blank=True)
    known_quality = prose(_("known quality"), _("What is good and what is weak, for example “Half without a date.”"))
    not_to_be_used_for = prose(
        _("not to be used for"), _("For example “Never to decide whether a place is safe to enter.”")
    )
    successor = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "holding"},
        verbose_name=_("replaced by"),
    )

    class Meta:
        abstract = True
