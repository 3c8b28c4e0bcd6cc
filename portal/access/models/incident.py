from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level

from .identity import RecordIdentity


class Incident(models.Model):
    """That an entry was seen by whom it should not: what happened, who saw it as far as is known, what was done.

    It outlives the entry, whose code it keeps, and the people in it: `seen` names them by the numbers of their
    accounts, and an account that is erased is a number without a name. `seen` is a list of dictionaries: `way` (a key
    of the desk's list of ways), `user` (a number or None), `organisation` (a code or ""), `at`, `until` (ISO or "").
    """

    identity = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, related_name="incidents")
    code = models.CharField(_("code"), max_length=12, db_index=True)
    what_happened = models.TextField(_("what happened"))
    listed_to = models.CharField(_("who might know of it then"), max_length=20, choices=Level)
    details_to = models.CharField(_("who might read it then"), max_length=20, choices=Level)
    reported_by = models.ForeignKey("users.User", models.SET_NULL, null=True, related_name="+")
    reported_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn at"))
    seen = models.JSONField(default=list)
    what_was_done = models.TextField(_("what was done"), blank=True)
    closed_by = models.ForeignKey("users.User", models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, what_was_done="") | Q(closed_at__isnull=False) & ~Q(what_was_done=""),
                name="incident_end_has_time_and_words",
            ),
            models.UniqueConstraint(
                fields=["identity"], condition=Q(closed_at=None), name="one_open_incident_an_entry"
            ),
        ]

    def __str__(self):
        return f"{self.code}: {self.reported_at:%Y-%m-%d}"
