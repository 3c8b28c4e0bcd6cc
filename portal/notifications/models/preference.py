from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.notifications.enums import Digest, Mails


class MailPreference(models.Model):
    """Which mails a person wants, how often and in which language. Without a row the defaults hold."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_preference")
    mails = models.CharField(_("which mails"), max_length=4, choices=Mails, default=Mails.ALL)
    digest = models.CharField(_("what I follow"), max_length=6, choices=Digest, default=Digest.WEEKLY)
    language = models.CharField(
        _("language of the mails"),
        max_length=2,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("If you leave this empty: the first of your languages that the portal has."),
    )

    class Meta:
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")

    def __str__(self):
        return f"{self.mails}, {self.digest}"


class StoppedAddress(models.Model):
    """An address without an account that wants no more mails: a digest of it, so that this is no list of addresses."""

    digest = models.CharField(max_length=64, primary_key=True)
    stopped_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.digest[:8]
