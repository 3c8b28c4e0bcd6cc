from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.capture.enums import LineKind
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.models import BarrierKind

LONGEST = 1000
"""Characters of a line."""
ORGANISATION = {"to": Organisation, "on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+"}


class CapturedLineQuerySet(models.QuerySet):
    def of(self, event, session_key):
        """Those of one session."""
        return self.filter(event=event, session_key=session_key)

    def standing(self):
        """Those that were neither taken out nor joined to another one."""
        return self.filter(joined_into=None).exclude(text="")

    def in_order(self):
        """As they were put in order by hand, then as they were written."""
        return self.order_by(F("position").asc(nulls_last=True), "written_at", "key")


class CapturedLine(models.Model):
    """One line that was captured in a session: what the newest of its versions says.

    Its key is made on the phone, so that a line that is sent again is the same line. It names its event by identity and
    its session by the session's stable key. Who said it stands there only where that was ticked. `became` is the entry
    that was made of it; `joined_into` the line that says the same and goes on.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+", verbose_name=_("event"))
    session_key = models.UUIDField(editable=False)
    group = models.CharField(_("group"), max_length=80, blank=True)
    kind = models.CharField(_("what it is"), max_length=14, choices=LineKind, default=LineKind.MINUTE)
    text = models.TextField(_("text"), max_length=LONGEST, blank=True)
    question = models.UUIDField(_("key question that it answers"), null=True, blank=True)
    barrier_kind = models.ForeignKey(
        BarrierKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind of barrier")
    )
    who = models.CharField(_("who does it, in words"), max_length=200, blank=True)
    organisation = models.ForeignKey(**ORGANISATION, verbose_name=_("who does it"))
    due_on = models.DateField(_("due on"), null=True, blank=True)
    said_by = models.CharField(_("who said it, in words"), max_length=200, blank=True)
    attributed_to = models.ForeignKey(**ORGANISATION, verbose_name=_("who said it"))
    language = models.CharField(max_length=10)
    revision = models.PositiveIntegerField(default=1)
    position = models.PositiveIntegerField(_("place"), null=True, blank=True)
    joined_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="joined")
    became = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    at = models.DateTimeField(_("arrived at"), default=timezone.now)

    objects = CapturedLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("captured line")
        verbose_name_plural = _("captured lines")
        indexes = [models.Index(fields=["event", "session_key"], name="lines_of_a_session")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(attributed_to=None) | ~models.Q(said_by=""), name="said_by_whom_it_is_attributed_to"
            ),
        ]

    def __str__(self):
        return self.text


class LineVersion(models.Model):
    """Something that was sent as the wording of a line; each once, whichever arrived first.

    The newest revision stands; of two with the same number, written by two people, one stands and both are shown.
    """

    line = models.ForeignKey(CapturedLine, models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    said = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("wording of a captured line")
        verbose_name_plural = _("wordings of captured lines")
        ordering = ["revision", "digest"]
        constraints = [models.UniqueConstraint(fields=["line", "digest"], name="each_wording_once")]

    def __str__(self):
        return f"{self.line_id}: {self.revision}"
