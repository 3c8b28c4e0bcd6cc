from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.attending.enums import CameBy, ConsentBy
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import ParticipantRole

OWN_WORD = (ConsentBy.LINK, ConsentBy.ACCOUNT)
"""What a person said themselves."""
OF_NOBODY = {"is_listed": False, "consent_by": "", "consent_at": None}
"""Consent that nobody gave or took back."""


class ParticipantQuerySet(models.QuerySet):
    def listed(self):
        """Those whose names members see: not of those who have left since, who could not say no any more."""
        return self.filter(
            Q(user=None) | Q(user__member=None) | Q(user__member__is_active=True), is_listed=True
        ).filter(Q(user=None) | Q(user__is_active=True))

    def without_account(self):
        """Those who can say nothing once the link of their invitation has ended."""
        return self.exclude(user__is_active=True, user__member__is_active=True)


class Participant(models.Model):
    """Somebody who comes, or came, to an event. Others than who runs it see the name only with the person's consent,
    which is no until it is given; `organisation` is one of the portal, or `organisation_words` say which. What a person
    took back themselves is kept as a no with its moment: only they say otherwise."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    """What addresses know them by, as of an invitation."""
    event = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="participants")
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    role = models.ForeignKey(
        ParticipantRole, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("role")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    organisation_words = models.CharField(_("organisation, in words"), max_length=200, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    came_by = models.CharField(max_length=6, choices=CameBy, default=CameBy.HAND)
    is_listed = models.BooleanField(_("agrees to be listed"), default=False)
    consent_by = models.CharField(max_length=9, choices=ConsentBy, blank=True)
    consent_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant of an event")
        verbose_name_plural = _("participants of events")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "email"], condition=~Q(email=""), name="participates_once"),
            models.CheckConstraint(
                condition=Q(is_listed=False) | Q(consent_at__isnull=False), name="listed_with_consent"
            ),
        ]

    def __str__(self):
        return f"{self.event_id} {self.pk}"

    @property
    def organisation_name(self):
        """The organisation, as a page says it; "" where nobody said."""
        return self.organisation.name if self.organisation else self.organisation_words

    @property
    def has_refused(self):
        """Whether the person said themselves that their name is not to be listed."""
        return not self.is_listed and self.consent_by in OWN_WORD
