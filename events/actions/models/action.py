from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from events.actions.enums import STILL_OPEN, Due, State
from events.actions.states import term_of
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.queries import visible_to
from portal.directory.models import Organisation
from portal.records.registry import kind_of
from portal.taxonomy.models import Country, Sector


def _record(label, kind=None):
    """A foreign key to what it came out of, by the identity: that may go, and the action stays."""
    limit = {"limit_choices_to": {"kind": kind}} if kind else {}
    return models.ForeignKey(
        RecordIdentity, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=label, **limit
    )


class FollowUpActionQuerySet(models.QuerySet):
    def visible_to(self, user, zone=Zone.CARD):
        """Those of which `user` may know (zone CARD) or whose details they may read (zone DETAILS)."""
        return visible_to(self, user, zone)

    def open(self):
        """Those in which somebody still has something to do."""
        return self.filter(state__in=STILL_OPEN)

    def late(self, today=None):
        """Those of them that were due before today."""
        return self.open().filter(due_on__lt=today or timezone.localdate())

    def begun_at(self, keys):
        """Those that were agreed at one of these events (keys of identities), wherever they stand now."""
        return self.filter(origin_event__in=keys)

    def now_at(self, keys):
        """Those that stand on the list of one of these events now: carried over to it, or begun there and carried over
        to none."""
        return self.filter(Q(carried_to__in=keys) | Q(carried_to=None, origin_event__in=keys))

    def ever_at(self, keys):
        """Those that stand or ever stood on the list of one of these events, each once: what its figures count."""
        passed = self.model.objects.filter(updates__from_event__in=keys).values("pk")
        return self.filter(Q(origin_event__in=keys) | Q(carried_to__in=keys) | Q(pk__in=passed))

    def left(self, key):
        """Those of them that were carried over from this event to another one, and not back."""
        return self.ever_at([key]).exclude(pk__in=self.model.objects.now_at([key]).values("pk"))


class FollowUpAction(models.Model):
    """Who does what by when: an organisation, and a person where one is known, with an account or without.

    No page: it has no draft. Found by `key`, cited by `code`; who may see it is its identity row. `organisation` is who
    does it, and changes when it is handed on; who owns the entry is on the identity row, as for all records. Its state
    is that of its last update.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=12, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, editable=False)
    locale = models.ForeignKey(Locale, models.PROTECT, related_name="+", verbose_name=_("language"))
    source_id = models.SlugField(max_length=80, unique=True, null=True, blank=True, editable=False)
    is_demo = models.BooleanField(_("fictional"), default=False, editable=False)
    title = models.CharField(
        _("what is to be done"),
        max_length=200,
        help_text=_("One thing, beginning with a verb. For example “Send the list of schools to the operations room”."),
    )
    details = models.TextField(
        _("more about it"), blank=True, max_length=4000, help_text=_("What done looks like, who helps, what it needs.")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation in charge")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    person_email = models.EmailField(
        _("e-mail of the person"),
        blank=True,
        help_text=_("They hear when it is due and can report by a link, without an account. Shown to nobody else."),
    )
    link_key = models.CharField(max_length=32, blank=True, editable=False)
    """Part of the link by which a person without an account reports: another one, or none, ends the link."""
    due_on = models.DateField(_("due on"))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN)
    state_since = models.DateTimeField(default=timezone.now, editable=False)
    origin_event = _record(_("event"), "event")
    session_key = models.UUIDField(null=True, blank=True, editable=False)
    """The stable key of the session of `origin_event` in which it was agreed."""
    output = _record(_("output"), "output")
    idea = _record(_("partnership idea"), "idea")
    step_key = models.UUIDField(null=True, blank=True, editable=False)
    """The stable key of the step of the idea's plan of which it was made."""
    carried_to = _record(_("carried over to"), "event")
    carried_over = models.PositiveSmallIntegerField(_("carried over"), default=0, editable=False)
    outcome = models.TextField(_("what was achieved"), blank=True, max_length=1000)
    led_to = models.ManyToManyField(RecordIdentity, blank=True, related_name="+", verbose_name=_("what it led to"))
    countries = models.ManyToManyField(Country, blank=True, related_name="+", verbose_name=_("countries"))
    sectors = models.ManyToManyField(Sector, blank=True, related_name="+", verbose_name=_("sectors"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = FollowUpActionQuerySet.as_manager()

    unconfirmed_fields = ()

    class Meta:
        verbose_name = _("follow-up action")
        verbose_name_plural = _("follow-up actions")
        ordering = ["due_on", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None) | Q(person_email=""),
                name="action_of_one_person",
                violation_error_message=_("Name a member or an e-mail address, not both."),
            ),
            models.UniqueConstraint(fields=["idea", "step_key"], name="action_of_a_step_once"),
        ]
        indexes = [models.Index(fields=["state", "due_on", "code"], name="action_state_due")]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("actions:action", args=[self.slug])

    @property
    def name(self):
        """What it is called where other entries lead to it."""
        return self.title

    @property
    def identity(self):
        """The identity row, asked anew each time; None before it is registered."""
        return RecordIdentity.objects.select_related("owner", "custodian").filter(pk=self.key).first()

    def zone_of(self, field):
        """The zone of one of its fields, by its kind's table; LookupError for an unknown field."""
        return kind_of(self).field(field).zone

    @property
    def is_open(self):
        return self.state in STILL_OPEN

    @property
    def state_term(self):
        """The term of its state, whose label is in the reader's language."""
        return term_of(self.state)

    @property
    def event_id(self):
        """The key of the event on whose list it stands now; None where it has none."""
        return self.carried_to_id or self.origin_event_id

    @property
    def due_year(self):
        return self.due_on.year

    @property
    def due_while_open(self):
        """The day by which lists order it: what is done or dropped has none, and comes last."""
        return self.due_on if self.is_open else None

    @property
    def due(self):
        """What that day says of it today, a Due; None where it says nothing."""
        return Due.LATE if self.days_late() else None

    def days_late(self, today: date | None = None) -> int:
        """How many days it is late; 0 for what is in time, and for what is done or dropped."""
        return max(0, ((today or timezone.localdate()) - self.due_on).days) if self.is_open else 0
