from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.enums import OwnerAnswer, Standing
from portal.directory.models import Organisation

from .identity import RecordIdentity

PATIENCE = timedelta(days=14)
"""How long an owner has to answer before silence counts."""
SAID = {
    OwnerAnswer.GO_AHEAD: Standing.AGREED,
    OwnerAnswer.NOT_BEYOND: Standing.CAPPED,
    OwnerAnswer.NOT_SO: Standing.TAKEN_BACK,
}


class OwnerNotice(models.Model):
    """That an owner of data was told that others want to show an entry about these to everyone, and what it answered.

    `told_at` is None while nobody speaks for the organisation here. `version` is the number of the version of the text
    that it was told of: for another text it is told again, by a new row, so that an old link answers nothing.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="owner_notices")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    version = models.BigIntegerField()
    noted_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=12, choices=OwnerAnswer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    message = models.TextField(_("message"), blank=True)
    by = models.ForeignKey("users.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("notice to an owner of data")
        verbose_name_plural = _("notices to owners of data")
        constraints = [
            models.UniqueConstraint(fields=["identity", "organisation"], name="one_notice_an_owner"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | ~Q(answer="") & Q(answered_at__isnull=False),
                name="owner_answer_has_time",
            ),
        ]

    def __str__(self):
        return f"{self.identity}: {self.organisation}"

    def standing(self, *, has_sources, now=None):
        """The Standing at a moment; `has_sources`: whether the entry rests on published sources. Nobody sets it."""
        if self.answer:
            return SAID[self.answer]
        if self.told_at is not None and (now or timezone.now()) < self.told_at + PATIENCE:
            return Standing.WAITS
        if not has_sources:
            return Standing.UNSOURCED
        return Standing.SILENT if self.told_at else Standing.NOT_ASKED
