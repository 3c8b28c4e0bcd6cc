from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from portal.taxonomy.models import Country, Expertise

from .organisation import Organisation


class Member(ClusterableModel):
    """A person of the community. Their name is for members only, and by their own consent."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="member")
    is_active = models.BooleanField(_("active"), default=True)
    is_listed = models.BooleanField(_("agrees to be listed for members"), default=False)
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("For example “information management officer”.")
    )
    expertise = models.ManyToManyField(Expertise, verbose_name=_("expertise"), blank=True)
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    joined_on = models.DateField(_("joined on"), auto_now_add=True)
    contact_key = models.UUIDField(default=uuid4, unique=True, editable=False)
    """What the address of the form to write to them holds: it tells neither who they are nor how many there are."""

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["pk"]

    def __str__(self):
        return self.user.get_full_name() or gettext("A member")


class Membership(models.Model):
    """That a member belongs to an organisation, and whether they speak for it."""

    member = ParentalKey(Member, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    is_focal_point = models.BooleanField(_("focal point"), default=False)
    is_deputy = models.BooleanField(
        _("deputy"), default=False, help_text=_("Speaks for it as a focal point does, when that one does not answer.")
    )
    is_active = models.BooleanField(_("active"), default=True)
    began_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=("member", "organisation"), name="one_membership_each")]

    def __str__(self):
        return f"{self.member} – {self.organisation}"
