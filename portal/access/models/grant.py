from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation

from .identity import RecordIdentity


class Grant(models.Model):
    """The details of one record for one member or organisation. It never adds the card of an unlisted record.

    One that a member holds `within` an organisation is good as long as they belong to it.
    One that rests on an `agreement` ends with it at the latest; then nobody need have ended it.
    """

    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="grants")
    user = models.ForeignKey("users.User", models.CASCADE, null=True, blank=True, related_name="grants")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="grants")
    within = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("reason"))
    agreement = models.ForeignKey(
        RecordIdentity, models.PROTECT, null=True, blank=True, related_name="grants_resting_on"
    )
    given_by = models.ForeignKey("users.User", models.PROTECT, related_name="grants_given")
    starts_at = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.ForeignKey("users.User", models.PROTECT, null=True, blank=True, related_name="grants_ended")

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None, organisation__isnull=False) | Q(user__isnull=False, organisation=None),
                name="grant_for_one_person_or_organisation",
                violation_error_message=_("Name one member or one organisation."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False)
                | Q(ended_at__isnull=False, agreement__isnull=False),
                name="grant_end_has_time_and_person",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("starts_at")),
                name="grant_ends_after_it_begins",
                violation_error_message=_("A grant ends after it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.identity} → {self.organisation or self.user}"
