from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity


class ProgrammeVersion(models.Model):
    """A version of what an event announced: made when it is published and its name, days, place or sessions changed.

    `says` keeps digests of the words and no word: what was taken out of a programme is nowhere to be read.
    `changes` are lists of a Change, the key of a session and its day ("" where none).
    """

    event = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+", verbose_name=_("event"))
    number = models.PositiveIntegerField(_("version"))
    published_at = models.DateTimeField(_("published at"))
    says = models.JSONField()
    changes = models.JSONField(default=list)

    class Meta:
        verbose_name = _("version of a programme")
        verbose_name_plural = _("versions of programmes")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="programme_version_once")]

    def __str__(self):
        return f"{self.event}: {self.number}"
