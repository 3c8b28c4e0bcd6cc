from django.db import models
from django.utils.translation import gettext_lazy as _

from .identity import RecordIdentity


class AuditEntry(models.Model):
    """One line of the log: who changed a record's access, who read details above members, who was refused.

    It is only added to, and outlives the record, whose code it keeps. Owners see the lines of their records; it has no
    admin view. `by` is None for visitors and for the portal itself; no network address is ever in it.
    """

    identity = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, related_name="audit_entries")
    code = models.CharField(_("code"), max_length=12, blank=True)
    action = models.CharField(_("action"), max_length=40)
    by = models.ForeignKey("users.User", models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    detail = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["identity", "-at"], name="audit_identity_at")]

    def __str__(self):
        return f"{self.action} {self.code}"

    def save(self, **options):
        if not self._state.adding:
            raise TypeError("the audit log is only added to")
        super().save(**options)
