"""What members and operators brought as a file: kept to be looked at before it is written, and to be undone after."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation
from portal.records.models import Submission


class ImportState(models.TextChoices):
    """How far a file is."""

    PREPARED = "prepared", _("not written yet")
    DONE = "done", _("written")
    UNDONE = "undone", _("undone")


class Import(models.Model):
    """One file. `table` and `shown` are what was read in it and what would become of it, as long as it is not written;
    for who brought it alone."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=30)
    file_name = models.CharField(_("file"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.PREPARED)
    table = models.JSONField(default=dict)
    shown = models.JSONField(default=dict)
    submission = models.ForeignKey(Submission, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")

    def __str__(self):
        return self.file_name


class ImportedEntry(models.Model):
    """What a row became: the versions of the page before and after (0 for none), by which it is undone."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="entries")
    row = models.PositiveIntegerField()
    page = models.CharField(max_length=20, editable=False)
    code = models.CharField(max_length=12)
    is_new = models.BooleanField()
    before = models.PositiveBigIntegerField(default=0)
    after = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("imported entry")
        verbose_name_plural = _("imported entries")
        ordering = ["row", "pk"]

    def __str__(self):
        return self.code
