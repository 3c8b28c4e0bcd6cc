from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from portal.taxonomy.models import AccessMethod, AgreementKind, Licence


class HowToGetIt(models.Model):
    """How one gets the data: by which way, under which agreement and licence, where to ask."""

    access_method = models.ForeignKey(
        AccessMethod, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how to get it")
    )
    other_access_methods = ParentalManyToManyField(
        AccessMethod, verbose_name=_("further ways to get it"), blank=True, related_name="+"
    )
    access_note = models.CharField(
        _("about access"),
        max_length=300,
        blank=True,
        help_text=_("For example “By letter to the director; maps are given out at the counter.”"),
    )
    required_agreement = models.ForeignKey(
        AgreementKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("agreement needed")
    )
    request_address = models.CharField(
        _("where to ask"),
        max_length=300,
        blank=True,
        help_text=_("A role mailbox or the address of a form, for example “data@example.org”."),
    )
    usual_answer_days = models.PositiveSmallIntegerField(
        _("usual time of an answer, in days"), null=True, blank=True, help_text=_("For example “10”.")
    )
    data_licence = models.ForeignKey(
        Licence, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("licence of the data")
    )
    licence_note = models.CharField(
        _("about the licence"), max_length=300, blank=True, help_text=_("For example “Free for humanitarian use.”")
    )
    data_url = models.URLField(
        _("address of the data"),
        max_length=500,
        blank=True,
        help_text=_("Only where they are open to everyone, for example a page of HDX."),
    )

    class Meta:
        abstract = True
