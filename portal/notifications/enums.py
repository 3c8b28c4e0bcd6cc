from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urgency(StrEnum):
    """What a message is for its reader; no page shows it."""

    ALWAYS = "always"
    """Invitations, confirmations, passwords, security: goes out whatever somebody chose."""
    MUST = "must"
    """What they must do, and what becomes of what they did."""
    NEWS = "news"
    """What they follow."""


class State(models.TextChoices):
    """How far a notice is. The first three are tried again at `next_try_at`, if there is one."""

    DUE = "due", _("Waits to be sent")
    SENDING = "sending", _("Being sent")
    """Claimed by a worker that has not yet ended DATA: if it dies, nothing has happened."""
    UNANSWERED = "unanswered", _("Handed over, without an answer")
    """The end of DATA went out, or was about to; whether the server took the mail is not known. After the second time
    it is an end like the others, only that an answer which comes after all is noted."""
    HELD = "held", _("Waits for the digest")
    SENT = "sent", _("Sent")
    REFUSED = "refused", _("Refused by the mail server")
    STOPPED = "stopped", _("Not wanted")
    WITHDRAWN = "withdrawn", _("Not sent: its reader may not know of it any more")


ENDED = (State.SENT, State.REFUSED, State.STOPPED, State.WITHDRAWN)
"""The ends that are known for sure."""


class Mails(models.TextChoices):
    """Which mails a person wants."""

    ALL = "all", _("All: what I must do and what I follow")
    MUST = "must", _("Only what I must do")
    NONE = "none", _("None, except about my account")


class Digest(models.TextChoices):
    """How often what a person follows comes, all in one mail."""

    OFF = "off", _("At once, each by itself")
    DAILY = "daily", _("Once a day")
    WEEKLY = "weekly", _("Once a week, on Monday")
