from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .member import Member
from .organisation import Organisation


class Nomination(models.Model):
    """That a member is to speak for an organisation, as two editors must say: for an authority, and after a contest.

    `reference` names the letter that it rests on; the row stays as the answer to "who let them, and why".
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="nominations")
    member = models.ForeignKey(Member, models.CASCADE, related_name="nominations")
    is_deputy = models.BooleanField(_("deputy"), default=False)
    reference = models.CharField(_("letter"), max_length=250)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    is_approved = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("nomination of a focal point")
        verbose_name_plural = _("nominations of focal points")
        ordering = ["asked_at", "pk"]

    def __str__(self):
        return f"{self.member} – {self.organisation}"


class HandOver(models.Model):
    """That a focal point seems to be gone: mails come back, or nobody signed in for six months. Editors decide."""

    class Cause(models.TextChoices):
        BOUNCED = "bounced", _("mails to the focal point come back")
        ABSENT = "absent", _("the focal point has not signed in for six months")
        ASKED = "asked", _("the focal point asks to hand over")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="hand_overs")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    cause = models.CharField(max_length=8, choices=Cause)
    started_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "member"],
                condition=models.Q(decided_at=None),
                name="one_open_hand_over_each",
            )
        ]

    def __str__(self):
        return f"{self.member} – {self.organisation}"
