from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.taxonomy.models import WithholdingReason
from practices.requests.enums import Act, State, Way

from .request import DataRequest


class RequestStep(models.Model):
    """One step of a request's trail: who did what, when, by which way, and the state that it led to. Only added to."""

    request = models.ForeignKey(DataRequest, models.CASCADE, related_name="steps")
    act = models.CharField(max_length=12, choices=Act)
    state = models.CharField(max_length=24, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    way = models.CharField(max_length=8, choices=Way, default=Way.PAGE)
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(_("message"), blank=True, max_length=1000)
    reason = models.ForeignKey(
        WithholdingReason, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reason")
    )
    letter_number = models.CharField(_("number of the letter"), max_length=80, blank=True)
    until = models.DateField(null=True, blank=True)
    """Until when data may be kept, of a step that says or asks it."""
    letter_on = models.DateField(_("date of the letter"), null=True, blank=True)

    is_for_its_sides = True

    class Meta:
        verbose_name = _("step of a request")
        verbose_name_plural = _("steps of requests")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.request_id} {self.act}"
