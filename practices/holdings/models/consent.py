from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.taxonomy.models import Sensitivity
from practices.holdings.enums import Basis, Consent


class ListedWithConsent(models.Model):
    """Why the data may be listed, and how sensitive they are: of the data, never of this text."""

    owner_note = models.CharField(
        _("owner, in words"),
        max_length=300,
        blank=True,
        help_text=_("Where no organisation of the list owns the data, for example “The operators, each for its own”."),
    )
    basis = models.CharField(
        _("basis to list"),
        max_length=20,
        choices=Basis,
        blank=True,
        help_text=_("On what it rests that these data stand here."),
    )
    owner_consent = models.CharField(
        _("consent of the owner"), max_length=20, choices=Consent, default=Consent.NOT_ASKED
    )
    owner_consent_on = models.DateField(
        _("asked or answered on"), null=True, blank=True, help_text=_("The day of the last step.")
    )
    owner_consent_by = models.CharField(
        _("who answered"),
        max_length=200,
        blank=True,
        help_text=_("A function, not a name, for example “Director of operations”."),
    )
    owner_consent_until = models.DateField(
        _("consent holds until"), null=True, blank=True, help_text=_("Empty where no end was set.")
    )
    data_sensitivity = models.ForeignKey(
        Sensitivity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sensitivity of the data"),
        help_text=_("Of the data themselves, not of this text. Left empty it says “not assessed” and counts as high."),
    )
    assessed_by = models.CharField(
        _("assessed by"),
        max_length=200,
        blank=True,
        help_text=_("An organisation or a function, for example “Information management unit of the authority”."),
    )
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)
    assessed_why = models.CharField(
        _("why this sensitivity"), max_length=300, blank=True, help_text=_("For example “Exact places of hazards.”")
    )
    contains_personal_data = models.BooleanField(_("contains personal data"), null=True, blank=True)
    contains_exact_locations = models.BooleanField(_("contains exact places"), null=True, blank=True)

    class Meta:
        abstract = True
