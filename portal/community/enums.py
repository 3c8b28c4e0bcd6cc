from django.db import models
from django.utils.translation import gettext_lazy as _


class PostState(models.TextChoices):
    """Who sees the words of a post: readers while it is shown, editors always, nobody else."""

    SHOWN = "shown", _("Shown")
    COVERED = "covered", _("Covered until an editor has looked at it")
    HIDDEN = "hidden", _("Hidden by an editor")
    TAKEN_BACK = "taken_back", _("Taken back by who wrote it")


class Complaint(models.TextChoices):
    """Why somebody reports a post."""

    EXACT_LOCATION = "exact_location", _("It names an exact place")
    PERSONAL_DATA = "personal_data", _("It says something about a person")
    OFF_TOPIC = "off_topic", _("It does not belong to this entry")
    INSULT = "insult", _("It insults somebody")
    OTHER = "other", _("Something else")


HARMFUL = frozenset({Complaint.EXACT_LOCATION, Complaint.PERSONAL_DATA})
"""What could harm while an editor sleeps: a post reported for it is covered at once."""


class Verdict(models.TextChoices):
    """What an editor decides about a post."""

    HIDE = "hide", _("Hide it")
    SHOW = "show", _("Show it")
