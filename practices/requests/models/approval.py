from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from practices.requests.enums import Way

from .request import DataRequest


class Approval(models.Model):
    """An approval that does not hold yet: given by the link of a mail, until the person confirms it from their own
    mailbox, or by who may not open the entry alone, until an editor agrees. What it says is
    never changed, only replaced; its key stays when it waits for an editor after the click."""

    class WaitsFor(models.TextChoices):
        MAILBOX = "mailbox", _("a click in the mailbox of who approved")
        SECOND = "second", _("a second person: an editor")

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    request = models.OneToOneField(DataRequest, models.CASCADE, related_name="approval")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    waits_for = models.CharField(max_length=8, choices=WaitsFor)
    way = models.CharField(max_length=8, choices=Way)
    at = models.DateTimeField(default=timezone.now)
    conditions = models.TextField(blank=True)
    until = models.DateField()
    agreement = models.ForeignKey(RecordIdentity, models.CASCADE, null=True, related_name="+")
    letter_number = models.CharField(max_length=80, blank=True)
    letter_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("approval that waits")
        verbose_name_plural = _("approvals that wait")

    def __str__(self):
        return f"{self.request_id} {self.waits_for}"
