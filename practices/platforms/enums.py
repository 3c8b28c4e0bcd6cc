from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    """Which way data go over a bridge, seen from the platform that tells of it."""

    IN = "in", _("comes in")
    OUT = "out", _("goes out")
    BOTH = "both", _("both ways")

    @property
    def from_other_end(self):
        """The same direction, seen from the platform at the other end."""
        return {Direction.IN: Direction.OUT, Direction.OUT: Direction.IN}.get(self, self)


class BridgeState(models.TextChoices):
    """How far a bridge between two platforms is."""

    IDEA = "idea", _("Idea")
    PILOT = "pilot", _("Pilot")
    RUNNING = "running", _("Running")
    BROKEN = "broken", _("Broken")
    STOPPED = "stopped", _("Stopped")
