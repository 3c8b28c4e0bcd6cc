from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, TextSensitivity
from portal.directory.models import Organisation

from .identity import RecordIdentity


class AccessWish(models.Model):
    """What an author asks for a record's access; approval turns it into a change of the identity row.

    Narrowing a record drops a wish that waits, so that no later approval can undo it unseen.
    """

    identity = models.OneToOneField(RecordIdentity, models.CASCADE, related_name="wish")
    listed_to = models.CharField(_("who may know of it"), max_length=20, choices=Level)
    details_to = models.CharField(_("who may read it"), max_length=20, choices=Level)
    # None: not answered yet. A draft may wait so, a submission for review may not.
    names_person = models.BooleanField(_("Could a person be identified?"), null=True)
    names_place = models.BooleanField(_("Is an exact place of hazards, sites or staff named?"), null=True)
    tells_unpublished = models.BooleanField(_("Does it say what the owner has not published?"), null=True)
    starts_at = models.CharField(
        _("sensitivity when all are answered no"), max_length=12, choices=TextSensitivity, default=TextSensitivity.LOW
    )
    named_organisations = models.ManyToManyField(Organisation, blank=True, related_name="+")
    reason = models.TextField(_("reason"), blank=True)
    asked_by = models.ForeignKey("users.User", models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("access asked for")
        verbose_name_plural = _("accesses asked for")

    def __str__(self):
        return f"{self.identity}: {self.listed_to} / {self.details_to}"

    @property
    def answers(self):
        """The answers to the three questions: yes, no, or None where there is none yet."""
        return self.names_person, self.names_place, self.tells_unpublished

    @property
    def is_answered(self):
        return None not in self.answers
