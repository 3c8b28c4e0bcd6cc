from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ErasedAccount(models.Model):
    """That somebody was forgotten: what a portal that was restored from an older backup needs to forget them again.

    Number and moment of opening name an account and no person. A number alone may come twice: a restored portal goes on
    counting where the backup stood.
    """

    number = models.BigIntegerField(_("number of the account"))
    opened_at = models.DateTimeField(_("account opened at"))
    erased_on = models.DateField(_("erased on"), auto_now_add=True)
    erased_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("erased by"), related_name="+"
    )

    class Meta:
        verbose_name = _("erased account")
        verbose_name_plural = _("erased accounts")
        constraints = [models.UniqueConstraint(fields=["number", "opened_at"], name="erased_once")]

    def __str__(self):
        return str(self.number)
