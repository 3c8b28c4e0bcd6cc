from django.db import models
from django.utils.translation import gettext_lazy as _


class Strength(models.TextChoices):
    """How well a practice is proven, by the number of cases that show it."""

    EMERGING = "emerging", _("Emerging")
    PROMISING = "promising", _("Promising")
    ESTABLISHED = "established", _("Established")

    @classmethod
    def of(cls, cases):
        """No or one case: emerging; two to four: promising; five and more: established (an editors' convention)."""
        if cases >= 5:
            return cls.ESTABLISHED
        return cls.PROMISING if cases >= 2 else cls.EMERGING
