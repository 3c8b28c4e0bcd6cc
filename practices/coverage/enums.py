from django.db import models
from django.utils.translation import gettext_lazy as _


class Degree(models.TextChoices):
    """How well a country is covered by data of a kind. That nobody says anything is no degree."""

    GOOD = "good", _("Good")
    PARTLY = "partly", _("Partly")
    NONE = "none", _("None")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")
