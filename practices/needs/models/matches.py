"""What may fit a need, worked out in the background, and what people said of it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.records.linter.gate import refusal_of_short_text


class Match(models.Model):
    """A holding that may fit a need. All of it is worked out again when either side changes; nobody writes it by hand.

    `reasons` and `shortfalls` are codes with parameters (practices.needs.matching.facts.Said), worded for each reader.
    How well the two fit is counted for each reader of what they are told (practices.needs.telling): nothing is kept.
    `found_on` stays for as long as the two fit.
    """

    need = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+")
    holding = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+")
    reasons = models.JSONField(default=list)
    shortfalls = models.JSONField(default=list)
    digest = models.CharField(max_length=40, blank=True, editable=False)
    """Of reasons and shortfalls: whether a renewal found anything else."""
    found_on = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        constraints = [models.UniqueConstraint(fields=["need", "holding"], name="one_match_of_a_pair")]

    def __str__(self):
        return f"{self.need_id} {self.holding_id}"


class Mark(models.TextChoices):
    """What somebody who knows said of a match."""

    FITS = "fits", _("This fits")
    DOES_NOT_FIT = "does_not_fit", _("Does not fit")
    ALREADY_ASKED = "already_asked", _("Already asked")


class MatchMark(models.Model):
    """What people said of a need and a holding, the last word of each pair; it outlives the match itself.

    Members read the reason unreviewed, so nothing is in it that not all of them may read; whoever may read the two now,
    it may become more.
    """

    need = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+")
    holding = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+")
    mark = models.CharField(_("what do you say of it?"), max_length=20, choices=Mark)
    reason = models.CharField(
        _("why"), max_length=300, blank=True, help_text=_("For example “Only until 2015, and without districts”.")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("mark of a match")
        verbose_name_plural = _("marks of matches")
        constraints = [
            models.UniqueConstraint(fields=["need", "holding"], name="one_mark_of_a_pair"),
            models.CheckConstraint(
                condition=~models.Q(mark=Mark.DOES_NOT_FIT, reason=""),
                name="what_does_not_fit_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.get_mark_display()} ({self.reason})" if self.reason else self.get_mark_display()

    def clean(self):
        if self.mark == Mark.DOES_NOT_FIT and not self.reason:
            raise ValidationError({"reason": _("Say why it does not fit: others will look for the same.")})
        if problem := refusal_of_short_text(self.reason, _("Why"), Level.MEMBERS):
            raise ValidationError({"reason": problem})
