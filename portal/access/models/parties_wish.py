from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation

from .identity import RecordIdentity


class PartiesWish(models.Model):
    """Who is to own and keep a record, until a second person approves: it shows the record to their people.

    It is never changed, only replaced, so that its primary key says which one somebody saw. Narrowing drops it.
    """

    identity = models.OneToOneField(RecordIdentity, models.CASCADE, related_name="parties_wish")
    owner = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+")
    custodian = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+")
    reason = models.TextField(_("reason"))
    asked_by = models.ForeignKey("users.User", models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("owner and keeper asked for")
        verbose_name_plural = _("owners and keepers asked for")

    def __str__(self):
        return f"{self.identity}: {self.owner or '–'} / {self.custodian or '–'}"
