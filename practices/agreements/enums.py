from django.db import models
from django.utils.translation import gettext_lazy as _


class AgreementState(models.TextChoices):
    """What the parties, or editors, say of an agreement."""

    DRAFTING = "drafting", _("Drafting")
    SIGNED = "signed", _("Signed")
    ENDED = "ended", _("Ended")


class Standing(models.TextChoices):
    """The same on a day: a signed agreement whose last day has passed has expired, without anybody saying so."""

    DRAFTING = "drafting", _("Drafting")
    SIGNED = "signed", _("Signed")
    EXPIRED = "expired", _("Expired")
    ENDED = "ended", _("Ended")

    def __str__(self):
        # Pages and files print the value of a field as text. It is never stored, so its key is needed nowhere.
        return str(self.label)


class OnwardSharing(models.TextChoices):
    """Whether who receives data may pass them on."""

    NOT_SAID = "not_said", _("Not said")
    NO = "no", _("No")
    WITH_CONSENT = "with_consent", _("With the consent of who gave them")
    SAME_TERMS = "same_terms", _("Yes, under the same terms")
