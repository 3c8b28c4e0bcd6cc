from django.db import models
from django.utils.translation import gettext_lazy as _

from practices.requests.enums import Channel

from .request import DataRequest


class HandedOver(models.Model):
    """What became of data that were handed over outside the portal: when, how, until when they are kept."""

    request = models.OneToOneField(DataRequest, models.CASCADE, related_name="delivery")
    delivered_on = models.DateField(_("handed over on"))
    channel = models.CharField(_("how"), max_length=16, choices=Channel)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    keep_until = models.DateField(_("to be destroyed by"))
    wanted_until = models.DateField(null=True, blank=True, editable=False)
    """Until when who has them asks to keep them; None while nothing is asked."""
    destroyed_on = models.DateField(_("destroyed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("data handed over")
        verbose_name_plural = _("data handed over")

    def __str__(self):
        return f"{self.request_id} {self.delivered_on}"
