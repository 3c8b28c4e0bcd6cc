from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Answer(models.TextChoices):
    """What somebody who is invited answered."""

    NONE = "", _("No answer yet")
    COMING = "coming", pgettext_lazy("answer to an invitation", "Coming")
    MAYBE = "maybe", _("Not sure yet")
    NOT_COMING = "not_coming", _("Not coming")
    SENDS_OTHER = "sends_other", _("Sends somebody else")


class CameBy(models.TextChoices):
    """By which way a participant got into the list."""

    ANSWER = "answer", _("answered the invitation")
    FILE = "file", _("from a file")
    HAND = "hand", _("added here")


class ConsentBy(models.TextChoices):
    """Who said that a participant may be listed."""

    LINK = "link", _("by the link of the invitation")
    ACCOUNT = "account", _("signed in")
    ORGANISER = "organiser", _("said by who runs the event")
