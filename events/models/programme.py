"""The programme of an event: its sessions, and what is contributed to them."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model_string

from events.days import IN_REACH
from events.enums import PartOfDay, Question
from portal.directory.models import Organisation
from portal.records.models import TextRow
from portal.records.row_keys import RowKey
from portal.taxonomy.models import SessionKind

NOON = time(12)


class EventSession(TextRow):
    """A session. Its `translation_key` is its stable key: what comes out of it names this beside the event.

    Times are those of the event's time zone. `part_of_day` stands where no time is known.
    """

    keeps_key = True

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=255, help_text=_("For example “Who has what data”."))
    day = models.DateField(_("day"), null=True, blank=True, validators=IN_REACH)
    part_of_day = models.CharField(_("part of the day"), max_length=2, choices=PartOfDay, blank=True)
    starts_at = models.TimeField(_("begins at"), null=True, blank=True, help_text=_("Local time, for example 09:30."))
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    question = models.CharField(_("question"), max_length=4, choices=Question, blank=True)
    session_kind = models.ForeignKey(
        SessionKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind of session")
    )
    description = models.TextField(_("description"), blank=True)
    topics = models.TextField(_("topics"), blank=True, help_text=_("One a line."))
    facilitators = models.CharField(
        _("facilitator or speaker"),
        max_length=300,
        blank=True,
        help_text=_("A role or an organisation is enough, for example “Invited speakers”."),
    )
    objective = models.TextField(_("objective"), blank=True)
    expected_output = models.TextField(_("what is to come of it"), blank=True)

    text_fields = ("title", "session_kind", "description", "topics", "facilitators", "objective", "expected_output")
    written_fields = ("title", "when", *text_fields[1:])

    class Meta(TextRow.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It would end before it begins.")})

    @property
    def anchor(self):
        """Where it stands on the page of its event."""
        return anchor_of(self.translation_key)

    @property
    def when(self):
        """Day and time as files write them."""
        hours = "–".join(f"{hour:%H:%M}" for hour in (self.starts_at, self.ends_at) if hour)
        day = self.day.isoformat() if self.day else ""
        return " ".join(filter(None, (day, hours or (self.get_part_of_day_display() if self.part_of_day else ""))))

    @property
    def place_in_time(self):
        """What sessions are sorted by: those of a day without a time stand first in their part of it."""
        is_late = self.starts_at >= NOON if self.starts_at else self.part_of_day == PartOfDay.PM
        return self.day or date.max, is_late, self.starts_at or time.min, self.sort_order or 0


def anchor_of(key):
    """The name of a session, by its key, inside the page of its event."""
    return f"s-{key.hex[:8]}"


def sessions_on(page, user):
    """Pairs of key and words of the sessions that an event page has: what a contribution may belong to."""
    rows = sorted(page.sessions.all(), key=lambda row: row.place_in_time)
    return [(str(row.translation_key), row.title) for row in rows]


class EventContribution(TextRow):
    """What somebody brings to a session: a talk with its slides, a paper, a recording."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="contributions")
    session = RowKey(_("session"), among=sessions_on, null=True, blank=True)
    title = models.CharField(_("title"), max_length=255)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    document = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )
    url = models.URLField(_("address"), max_length=500, blank=True)

    text_fields = ("title", "organisation")
    written_fields = ("title", "organisation", "url")

    class Meta(TextRow.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    def __str__(self):
        return self.title
