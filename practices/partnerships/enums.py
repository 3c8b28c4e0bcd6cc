from django.db import models
from django.utils.translation import gettext_lazy as _


class LookingFor(models.TextChoices):
    """What an idea lacks so that it can begin."""

    DATA = "data", _("Data")
    PARTNER = "partner", _("A partner")
    CONSENT = "consent", _("Consent of the owner")
    FUNDING = "funding", _("Funding")
    SKILLS = "skills", _("Skills")

    def __str__(self):
        # Pages and files print the value of a field as text. It is never stored, so its key is needed nowhere.
        return str(self.label)


class Ripeness(models.TextChoices):
    """How near to work it is."""

    NOT_SAID = "not_said", _("Not said")
    BLUE_SKY = "blue_sky", _("Blue sky: a thought to try")
    READY = "ready", _("Ready: could begin as it stands")


class Answer(models.TextChoices):
    """What an organisation says of its own part in an idea. Who was named and said nothing was invited."""

    INTERESTED = "interested", _("Interested")
    COMMITTED = "committed", _("Committed")
    DECLINED = "declined", _("Declined")
