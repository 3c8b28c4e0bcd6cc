from django.db import models
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    """What a message says of a record, as everybody may know it; the values are those of its `type`."""

    PUBLISHED = "record.published", _("An entry became public")
    CHANGED = "record.changed", _("A public entry changed")
    WITHDRAWN = "record.withdrawn", _("An entry is not public any more")
    TEST = "portal.test", _("Test")


OF_RECORDS = (What.PUBLISHED, What.CHANGED, What.WITHDRAWN)


class State(models.TextChoices):
    """How far a delivery is. The first two are open."""

    DUE = "due", _("Waits to be sent")
    SENDING = "sending", _("Being sent")
    """Claimed by a worker; if it dies, the claim is taken over."""
    SENT = "sent", _("Arrived")
    FAILED = "failed", _("Given up")
    DROPPED = "dropped", _("Overtaken by what came later")


OPEN = (State.DUE, State.SENDING)


class Cause(models.TextChoices):
    """Why a webhook is paused."""

    BY_HAND = "by_hand", _("You paused it.")
    FAILING = "failing", _("It did not answer for too long.")
    GONE = "gone", _("It answered that it is gone (410). Add it anew if it is back.")
