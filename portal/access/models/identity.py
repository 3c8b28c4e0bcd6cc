from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, TextSensitivity, Zone
from portal.directory.models import Organisation

from .scope import scope_of


class IdentityQuerySet(models.QuerySet):
    def visible_to(self, user, zone=Zone.CARD):
        """The records of which `user` may know (zone CARD), or whose details they may read (zone DETAILS)."""
        return self.filter(scope_of(user, zone, self.model.objects))


def details_within_listed():
    """The pairs of levels in which the details go no further than the card."""
    pairs = [Q(listed_to=listed, details_to__in=_from(listed)) for listed in Level]
    return Q.create(pairs, connector=Q.OR)


def details_within_sensitivity():
    """The pairs in which the details go no further than the sensitivity of the text allows."""
    pairs = [Q(text_sensitivity=value, details_to__in=_from(value.widest)) for value in TextSensitivity]
    return Q.create(pairs, connector=Q.OR)


def _from(widest):
    return [level.value for level in Level if level.rank >= widest.rank]


class RecordIdentity(models.Model):
    """What a record is, outside its pages and their revisions: who owns it, who may know of it, who may read it.

    Found by `key`, which equals the `translation_key` of its pages: translations share this row, a copy has its own.
    Only services of `portal.access` write it. No row is a refusal.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=30)
    code = models.CharField(_("code"), max_length=12, unique=True)
    listed_to = models.CharField(_("who may know of it"), max_length=20, choices=Level, default=Level.OWNER)
    details_to = models.CharField(_("who may read it"), max_length=20, choices=Level, default=Level.OWNER)
    text_sensitivity = models.CharField(
        _("sensitivity of its text"), max_length=12, choices=TextSensitivity, default=TextSensitivity.NOT_ASSESSED
    )
    owner = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="owned_identities")
    custodian = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="kept_identities")
    named_organisations = models.ManyToManyField(Organisation, blank=True, related_name="naming_identities")
    contributors = models.ManyToManyField("users.User", blank=True, related_name="contributed_identities")
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = _("record identity")
        verbose_name_plural = _("record identities")
        constraints = [
            models.CheckConstraint(
                condition=details_within_listed(),
                name="details_never_wider_than_card",
                violation_error_message=_("The details may not go further than the card."),
            ),
            models.CheckConstraint(
                condition=details_within_sensitivity(),
                name="details_within_text_sensitivity",
                violation_error_message=_("The details may not go further than their sensitivity allows."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "listed_to"], name="identity_kind_listed")]

    def __str__(self):
        return self.code

    @property
    def is_contested(self):
        """Whether it is contested who speaks for its owner or keeper: nobody new becomes a reader of it meanwhile."""
        return any(party is not None and party.is_frozen for party in (self.owner, self.custodian))
