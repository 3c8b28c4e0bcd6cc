"""What happens to an idea after it was proposed. It stands outside the page: no older version takes it back."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import IdeaState
from practices.partnerships.enums import Answer

PERSON = {"to": settings.AUTH_USER_MODEL, "on_delete": models.SET_NULL, "null": True, "related_name": "+"}
LONGEST = 500
"""Characters of a reason."""


class IdeaChange(models.Model):
    """One step of an idea's timeline. The last one is its state; an idea without any is proposed.

    `organisation` is that of who made it, so that it stays when the person is forgotten; `merged_into` the idea under
    which it goes on.
    """

    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="idea_changes")
    state = models.ForeignKey(IdeaState, models.PROTECT, related_name="+", verbose_name=_("state"))
    reason = models.CharField(_("why"), max_length=LONGEST, blank=True)
    by = models.ForeignKey(**PERSON)
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    merged_into = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, related_name="merged_ideas")

    class Meta:
        verbose_name = _("step of an idea")
        verbose_name_plural = _("steps of ideas")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.state_id} {self.identity_id}"


class PartnerAnswer(models.Model):
    """What an organisation answered: said by who speaks for it, never by who wrote the idea."""

    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="partner_answers")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    answered_by = models.ForeignKey(**PERSON)
    answered_at = models.DateTimeField(default=timezone.now)

    newest_stays = {"organisation": "answered_at"}

    class Meta:
        verbose_name = _("answer of a partner")
        verbose_name_plural = _("answers of partners")
        constraints = [models.UniqueConstraint(fields=["identity", "organisation"], name="one_answer_of_a_partner")]

    def __str__(self):
        return f"{self.answer} {self.identity_id} {self.organisation_id}"


class IdeaSupport(models.Model):
    """That a member finds an idea good, or with `organisation` that it does."""

    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="idea_supports")
    by = models.ForeignKey(**PERSON)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    newest_stays = {"organisation": "given_at"}

    class Meta:
        verbose_name = _("support of an idea")
        verbose_name_plural = _("support of ideas")
        constraints = [
            models.UniqueConstraint(fields=["identity", "organisation"], name="an_organisation_supports_once"),
            models.UniqueConstraint(
                fields=["identity", "by"], condition=models.Q(organisation=None), name="a_person_supports_once"
            ),
        ]

    def __str__(self):
        return f"{self.identity_id} {self.organisation_id or ''}"
