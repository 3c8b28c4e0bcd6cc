from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """What a token lets a program do, of what its person may do: never more."""

    READ = "read", _("Read what I may read")
    NEEDS = "write:needs", _("Write data needs, and send them for review")
    HOLDINGS = "write:holdings", _("Write data holdings, and send them for review")
    OUTPUTS = "write:outputs", _("Write outputs of events, and send them for review")
    ACTIONS = "write:actions", _("Say how far follow-up actions are")
