from django.db import models
from django.utils.translation import gettext_lazy as _


class Mode(models.TextChoices):
    """Where people meet."""

    IN_PERSON = "in_person", _("In one place")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In one place and online")


class PartOfDay(models.TextChoices):
    """When a session is, where a programme gives no time."""

    AM = "am", _("Morning")
    PM = "pm", _("Afternoon")


class Question(models.TextChoices):
    """Which of the five questions of a workshop a session answers."""

    WHY = "why", _("Why?")
    WHAT = "what", _("What?")
    HOW = "how", _("How?")
    USE = "use", _("What for?")
    WHEN = "when", _("When?")


class Standing(models.TextChoices):
    """Where an event stands on a day."""

    COMING = "coming", _("Coming")
    NOW = "now", _("Going on")
    PAST = "past", _("Past")

    def __str__(self):
        # Pages and files print the value of a field as text; it is never stored.
        return str(self.label)


class Change(models.TextChoices):
    """What a version of a programme changed; the first three stand on the card of an event."""

    NAME = "name", _("The event has a new name")
    DAYS = "days", _("The event has other days, or another time zone")
    PLACE = "place", _("The event is in another place")
    ADDED = "added", _("New session")
    REMOVED = "removed", _("A session was taken out")
    MOVED = "moved", _("At another time")
    RENAMED = "renamed", _("With a new name")
    ORDER = "order", _("The sessions have another order")


OF_CARD = frozenset({Change.NAME, Change.DAYS, Change.PLACE})
