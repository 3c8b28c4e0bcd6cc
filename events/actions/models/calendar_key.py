from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CalendarKey(models.Model):
    """Part of the address of a person's calendar of actions: a new one ends the old address, no row is no calendar."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="action_calendar")
    key = models.CharField(max_length=32, unique=True)
    until = models.DateTimeField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("calendar of actions")
        verbose_name_plural = _("calendars of actions")

    def __str__(self):
        return f"{self.user_id}"
