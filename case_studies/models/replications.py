from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from portal.taxonomy.models import Country


class Outcome(models.TextChoices):
    """What came of using somebody else's case or practice."""

    EARLY = "early", _("Too early to say")
    WORKED = "worked", _("It worked")
    PARTLY = "partly", _("It worked in part")
    FAILED = "failed", _("It did not work")


class Replication(models.Model):
    """ "We used this": that somebody did what a case study or a practice tells, where, and what came of it.

    It stands beside the entry, for members who may read that; the member is asked for the outcome at `due_on`.
    """

    case = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="replications", verbose_name=_("entry"))
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="replications")
    said_on = models.DateField(_("said on"))
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    what = models.TextField(_("what you did"), max_length=1000)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)
    outcome_note = models.TextField(_("what came of it"), max_length=1000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    due_on = models.DateField(_("asked on"), null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("use of a case")
        verbose_name_plural = _("uses of cases")
        ordering = ["-said_on", "-pk"]

    def __str__(self):
        return f"{self.case}: {self.said_on}"
