from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.actions.enums import Act, State, Way
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation

from .action import FollowUpAction


class ActionUpdate(models.Model):
    """One step of an action's trail: what was done, by whom, by which way, and the state that it led to. Only added to.

    `organisation` is to whom it was handed on, `due_on` until when it is due now, `to_event` where it was carried over
    to; each with what it was before.
    """

    action = models.ForeignKey(FollowUpAction, models.CASCADE, related_name="updates")
    act = models.CharField(max_length=12, choices=Act)
    state_before = models.CharField(max_length=12, choices=State, blank=True)
    state = models.CharField(max_length=12, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    way = models.CharField(max_length=4, choices=Way, default=Way.PAGE)
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(_("note"), blank=True, max_length=1000)
    due_before = models.DateField(null=True)
    due_on = models.DateField(null=True)
    organisation_before = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    from_event = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, related_name="+")
    to_event = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("update of an action")
        verbose_name_plural = _("updates of actions")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.action_id} {self.act}"
