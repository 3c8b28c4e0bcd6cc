from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import Grant, RecordIdentity
from portal.core.codes import new_code
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_by_key
from portal.taxonomy.models import Country, DataKind, DecisionPurpose, RequestState, SharingRung
from practices.requests.enums import GIVEN, OPEN, WAITING, State, Subject
from practices.requests.sides import seen_by

PREFIX = "RQ"
WISHES = Q(state__in=GIVEN, delivery__wanted_until__isnull=False)
ORGANISATION = {"to": Organisation, "on_delete": models.PROTECT, "related_name": "+"}


class DataRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The requests whose text `user` may read: those of the two sides."""
        return self.filter(seen_by(user))

    def open(self):
        """Those that wait for a decision."""
        return self.filter(state__in=OPEN)

    def wishing(self):
        """Those whose data who has them asks to keep longer."""
        return self.filter(WISHES)

    def unanswered(self):
        """Those that wait for who is asked: not those that they approved and that wait for a second person."""
        return self.filter(state__in=WAITING).exclude(approval__waits_for="second")


class DataRequest(models.Model):
    """That a member asks for details or data, in the name of an organisation: for what, until when, how it is kept.

    Of an entry's details there is no part, no form, no decision and no safekeeping: they are read here.
    `about` is the entry that is asked for, None when no entry lists the data. `to_owner` decides; `to_keeper`, when it
    is another organisation, hears of it, and decides where there is no owner or with the owner's letter. Kinds of data
    and countries are those of the entry on the day of asking.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.CharField(_("code"), max_length=12, unique=True, editable=False)
    subject = models.CharField(_("what do you ask for?"), max_length=10, choices=Subject)
    about = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, related_name="data_requests")
    to_owner = models.ForeignKey(**ORGANISATION, null=True)
    to_keeper = models.ForeignKey(**ORGANISATION, null=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="data_requests")
    asked_for = models.ForeignKey(**ORGANISATION, verbose_name=_("in the name of"))
    for_all_of_it = models.BooleanField(
        _("my colleagues of this organisation shall read it, too"),
        default=False,
        help_text=_("Without it the entry is opened to you alone."),
    )
    data_kinds = models.ManyToManyField(DataKind, verbose_name=_("kinds of data"), blank=True, related_name="+")
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), blank=True, related_name="+")
    part = models.CharField(
        _("which part"),
        max_length=200,
        blank=True,
        help_text=_("For example “Areas cleared since 2015, two districts”."),
    )
    form = models.ForeignKey(
        SharingRung,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("coarsest form that helps"),
        help_text=_("The coarser it is, the sooner it is given."),
    )
    purpose = models.ForeignKey(DecisionPurpose, models.PROTECT, related_name="+", verbose_name=_("purpose"))
    decision = models.CharField(
        _("decision that it serves, in a sentence"),
        max_length=300,
        blank=True,
        help_text=_("For example “Which of the three camps is extended first.”"),
    )
    until = models.DateField(_("needed until"), help_text=_("Access ends on this day."))
    readers = models.CharField(
        _("who will see it"), max_length=300, help_text=_("For example “Two analysts of our office”.")
    )
    safekeeping = models.CharField(
        _("how it is kept"),
        max_length=300,
        blank=True,
        help_text=_("For example “Encrypted; printed on no map.”"),
    )
    state = models.CharField(max_length=24, choices=State, default=State.SUBMITTED, db_index=True)
    state_since = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(default=timezone.now)
    answer_days = models.PositiveSmallIntegerField(default=14)
    """Within how many days an answer is due, each time that it is the turn of who is asked."""
    answer_due_on = models.DateField()
    given_until = models.DateField(null=True)
    """The last day for which it was approved; None as long as it is not."""
    agreement = models.ForeignKey(RecordIdentity, models.SET_NULL, null=True, related_name="+")
    grant = models.OneToOneField(Grant, models.SET_NULL, null=True, related_name="data_request")
    was_heard = models.BooleanField(default=True, editable=False)
    """Whether somebody spoke for who was asked when it ended without an answer: else that is no refusal of theirs."""
    is_demo = models.BooleanField(default=False, editable=False)

    is_for_its_sides = True
    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ["-asked_at", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_owner__isnull=False) | Q(to_keeper__isnull=False), name="request_to_somebody"
            ),
        ]

    def __str__(self):
        return self.code

    def save(self, **options):
        if not self.code:
            self.code = new_code(PREFIX, lambda code: DataRequest.objects.filter(code=code).exists())
        super().save(**options)

    def get_absolute_url(self):
        return reverse("requests:request", args=[self.code])

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def is_late(self):
        """Whether an answer of who is asked was due before today."""
        return self.state in WAITING and self.answer_due_on < timezone.localdate()

    @property
    def state_label(self):
        """The words of its state, in the language of now."""
        return kept_by_key(RequestState)[self.state].label

    @property
    def handed_over(self):
        """Its HandedOver row; None as long as nothing was."""
        try:
            return self.delivery
        except ObjectDoesNotExist:
            return None
