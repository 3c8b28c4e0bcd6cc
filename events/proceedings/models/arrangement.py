from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level
from portal.access.models import RecordIdentity


class Arrangement(models.Model):
    """What whoever runs an event decided of its proceedings: the introduction, the order, what is left out, which
    minutes are told.

    `places` are keys of sessions and outputs (hex) in the order that was chosen, `left_out` those of them and of its
    actions that are not shown; `minutes` the keys (hex) of captured lines that are told, each with a digest of the
    wording that was looked at.
    `checked_for` is the level of the event for which introduction and minutes were looked at: to more people they are
    not shown before they were saved again.
    """

    event = models.OneToOneField(RecordIdentity, models.CASCADE, related_name="+", verbose_name=_("event"))
    introduction = models.TextField(_("introduction"), blank=True, max_length=10_000)
    checked_for = models.CharField(max_length=20, choices=Level, default=Level.OWNER, editable=False)
    places = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    minutes = models.JSONField(default=dict)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("arrangement of proceedings")
        verbose_name_plural = _("arrangements of proceedings")

    def __str__(self):
        return f"{self.event_id}"

    def is_checked_for(self, level):
        """Whether it was looked at for as many people as have the Level `level`."""
        return Level(level).rank >= Level(self.checked_for).rank
