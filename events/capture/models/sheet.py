from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.capture.enums import SheetKind, SheetState, Side
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import AccessMethod, Country, DataKind, GeographyLevel

PERSON = {"to": settings.AUTH_USER_MODEL, "on_delete": models.SET_NULL, "null": True, "related_name": "+"}
BECAME = {"to": RecordIdentity, "on_delete": models.SET_NULL, "null": True, "blank": True, "related_name": "+"}


class Sheet(models.Model):
    """What somebody wrote for an organisation at an event, without an account: nothing of it is anywhere to be read
    before the organisation confirms it, and then it is drafts.

    `organisation_name` are the words that were typed where none was chosen. `became` is the idea of a talk.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("which sheet"), max_length=4, choices=SheetKind)
    event = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+", verbose_name=_("event"))
    session_key = models.UUIDField(null=True, blank=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    organisation_name = models.CharField(_("organisation, in words"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=200, blank=True)
    text = models.TextField(_("idea"), max_length=4000, blank=True)
    wanted = models.JSONField(_("looking for"), default=list, blank=True)
    language = models.CharField(max_length=10)
    state = models.CharField(_("state"), max_length=8, choices=SheetState, default=SheetState.SENT)
    sent_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(**PERSON)
    decided_at = models.DateTimeField(null=True, blank=True)
    became = models.ForeignKey(**BECAME)

    class Meta:
        verbose_name = _("sheet")
        verbose_name_plural = _("sheets")
        ordering = ["-sent_at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=SheetState.SENT, decided_at=None)
                | (~models.Q(state=SheetState.SENT) & models.Q(decided_at__isnull=False)),
                name="a_sheet_is_decided_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.of_whom}"

    @property
    def of_whom(self):
        """The organisation's name, else what was typed."""
        return self.organisation.short_name if self.organisation else self.organisation_name


class SheetRow(models.Model):
    """A row of an information-fair sheet. Which of the fields are asked for depends on its side."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="rows")
    number = models.PositiveSmallIntegerField(default=0)
    side = models.CharField(max_length=4, choices=Side)
    what = models.CharField(_("what"), max_length=200, blank=True)
    data_kinds = models.ManyToManyField(DataKind, verbose_name=_("kinds of data"), blank=True, related_name="+")
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    where = models.CharField(_("where"), max_length=200, blank=True)
    level = models.ForeignKey(
        GeographyLevel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how fine")
    )
    access_method = models.ForeignKey(
        AccessMethod, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how to get it")
    )
    decision = models.CharField(_("for which decision"), max_length=300, blank=True)
    became = models.ForeignKey(**BECAME)

    class Meta:
        verbose_name = _("row of a sheet")
        verbose_name_plural = _("rows of sheets")
        ordering = ["side", "number", "pk"]

    def __str__(self):
        return self.what
