from secrets import token_hex
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.attending.enums import Answer
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import Sector


def new_link_key():
    """What the link of an invitation holds: another one ends the link before."""
    return token_hex(16)


class InvitationQuerySet(models.QuerySet):
    def standing(self):
        """Those that were not taken back."""
        return self.filter(revoked_at=None)


class EventInvitation(models.Model):
    """That the reader of one mailbox is asked to come to an event, and what they answered. They need no account.

    Name, address and note are personal: only who runs the event sees them, until some months after it; organisation and
    sector stay, for the count.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    """What addresses know it by: a number that counts up would tell how many people all events invited."""
    event = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"), blank=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    sector = models.ForeignKey(
        Sector, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("sector")
    )
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="en")
    answer_by = models.DateField(_("answer until"), null=True, blank=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    link_key = models.CharField(max_length=32, default=new_link_key, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=12, choices=Answer, blank=True, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to an event")
        verbose_name_plural = _("invitations to events")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "email"], condition=~Q(email=""), name="invited_once_to_an_event"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="answer_has_its_moment",
            ),
        ]

    def __str__(self):
        return f"{self.event_id} {self.pk}"

    @property
    def stamp(self):
        """By which the mail that went last is known again in a form."""
        return f"{self.sent_at:%Y%m%d%H%M%S%f}"
