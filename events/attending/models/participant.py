from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.attending.enums import CameBy, ConsentBy
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import ParticipantRole


class Participant(models.Model):
    """Somebody who comes, or came, to an event. Others than who runs it see the name only with the person's consent,
    which is no until it is given; `organisation` is one of the portal, or `organisation_words` say which."""

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
