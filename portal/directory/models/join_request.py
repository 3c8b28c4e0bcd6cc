from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .organisation import Organisation


class JoinState(models.TextChoices):
    """How far a request to join has come."""

    UNCONFIRMED = "unconfirmed", _("the address is not confirmed yet")
    WAITING = "waiting", _("waits for a decision")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class JoinBasis(models.TextChoices):
    """What a decision about a request to join rests on."""

    VOUCHED = "vouched", _("a member vouches")
    DOMAIN = "domain", _("the address is of the organisation's domain")
    EDITOR = "editor", _("an editor decided")
    FOCAL_POINT = "focal", _("a focal point of the organisation decided")


class JoinRequest(models.Model):
    """Somebody asks to join. It counts once the address is confirmed by the link in its mail."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    organisation_name = models.CharField(_("organisation"), max_length=250)
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="join_requests")
    role = models.CharField(_("role"), max_length=120, blank=True)
    languages = models.JSONField(_("languages"), default=list)
    reason = models.TextField(_("reason"), max_length=1000)
    vouched_by = models.EmailField(_("vouched by"), blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    """Who asked, as soon as they have an account, whatever their address is since."""
    state = models.CharField(max_length=12, choices=JoinState, default=JoinState.UNCONFIRMED)
    basis = models.CharField(max_length=8, choices=JoinBasis, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")
        ordering = ["asked_at", "pk"]
        indexes = [models.Index(fields=["state", "asked_at"], name="join_request_state")]

    def __str__(self):
        return self.name

    @property
    def language(self):
        """The language of the mails to who asks."""
        return (self.languages or [settings.LANGUAGE_CODE])[0]
