from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField, TranslatableField

from events import zones
from events.days import IN_REACH
from events.enums import Mode, Standing
from events.listed import with_told
from events.panels import EVENT_FORM
from events.shown import beside
from events.versions import note_programme
from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from portal.records.story import prose
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import EventFormat

WRONG_ORDER = _("It would end before it begins.")


class EventIndexPage(ListedIndexPage):
    """The list of events."""

    kind_key = "event"
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1
    template = "events/event_index_page.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "listing": with_told(context["listing"], request.user)}


class EventPage(RecordPage):
    """A workshop or another event: what it is for, when and where, who is invited, and its programme.

    Its hosts are organisations of the entry. What comes out of it points at its identity and at the stable key of a
    session (`EventSession.translation_key`), never at a row.
    """

    event_format = models.ForeignKey(
        EventFormat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"attributes__kind": "type"},
        verbose_name=_("kind of event"),
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True, validators=IN_REACH)
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, validators=IN_REACH, help_text=_("Empty where it is one day.")
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        choices=zones.choices,
        default=zones.UTC,
        help_text=_("That of the place; of an event online that of its hosts. All times are told in it."),
    )
    mode = models.CharField(_("how people meet"), max_length=9, choices=Mode, default=Mode.IN_PERSON)
    place = models.CharField(_("place"), max_length=200, blank=True, help_text=_("For example “Amman, Jordan”."))
    online_url = models.URLField(
        _("address online"), max_length=500, blank=True, help_text=_("For who may read all of this entry.")
    )
    aim = models.TextField(_("aim"), blank=True, help_text=_("One sentence: what is to be different afterwards."))
    introduction = prose(_("introduction"), _("Why it is held, and why now."))
    framework = models.CharField(
        _("plan that it serves"),
        max_length=300,
        blank=True,
        help_text=_("For example “Objective 4 of the work plan of the area of responsibility”."),
    )
    audience = prose(_("participants"), _("Who is invited, and how."))
    programme_note = models.CharField(_("about the programme"), max_length=300, blank=True)
    proceedings_title = models.CharField(_("title of the proceedings"), max_length=255, blank=True)
    series = models.CharField(
        _("series"),
        max_length=120,
        blank=True,
        help_text=_("The name that it shares with the events before and after it, for example “Annual workshop”."),
    )
    follows = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "event"},
        verbose_name=_("event before it"),
    )

    edit_handler = EVENT_FORM
    parent_page_types = ["events.EventIndexPage"]
    template = "events/event_page.html"
    own_texts = (
        "place", "aim", "introduction", "framework", "audience", "programme_note", "proceedings_title", "objectives",
        "key_questions", "useful_links", "invited_sectors", "sessions", "contributions",
    )  # fmt: skip
    own_synchronized = (
        "event_format", "starts_on", "ends_on", "time_zone", "mode", "online_url", "series", "follows",
    )  # fmt: skip
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": WRONG_ORDER})

    @property
    def last_day(self):
        """Its last day (a date); None where it has no day yet."""
        return self.ends_on or self.starts_on

    @property
    def from_year(self):
        """The year of its first day, None without one."""
        return self.starts_on.year if self.starts_on else None

    @property
    def to_year(self):
        """The year of its last day."""
        return self.last_day.year if self.last_day else None

    @property
    def zone(self):
        """Its time zone, as a ZoneInfo."""
        return zones.zone(self.time_zone)

    def standing_on(self, day):
        """Its Standing on a day (a date); one without a day is still to come."""
        if self.last_day and self.last_day < day:
            return Standing.PAST
        return Standing.NOW if self.starts_on and self.starts_on <= day else Standing.COMING

    @property
    def standing(self):
        """That of today, where it is held."""
        return self.standing_on(timezone.localdate(timezone=self.zone))

    @transaction.atomic
    def publish(self, revision, *args, **options):
        """As every entry; what changed in its programme is noted as a version."""
        super().publish(revision, *args, **options)
        note_programme(page=type(self).objects.get(pk=self.pk))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **beside(self, context["record"], request)}
