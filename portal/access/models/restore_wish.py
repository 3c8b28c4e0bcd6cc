from django.db import models
from django.utils.translation import gettext_lazy as _

from .identity import RecordIdentity


class RestoreWish(models.Model):
    """That a withdrawn record is to be given back, until a second editor approves. It is never changed, only replaced,
    so that its primary key says which one somebody saw."""

    identity = models.OneToOneField(RecordIdentity, models.CASCADE, related_name="restore_wish")
    reason = models.TextField(_("reason"))
    asked_by = models.ForeignKey("users.User", models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("restoring asked for")
        verbose_name_plural = _("restorings asked for")

    def __str__(self):
        return f"{self.identity}: {self.reason}"
