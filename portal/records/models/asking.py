"""Whether what an entry says still holds: asked of its owner when the day has passed, and what silence means."""

from datetime import timedelta
from enum import StrEnum
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation


class Stage(StrEnum):
    """How long a question has waited for an answer."""

    ASKED = "asked"
    DEPUTY = "deputy"
    UNCONFIRMED = "unconfirmed"
    ARCHIVED = "archived"


STAGES = ((120, Stage.ARCHIVED), (42, Stage.UNCONFIRMED), (21, Stage.DEPUTY), (0, Stage.ASKED))
"""Days after the question → what it has come to, the longest first. Nobody sets a stage: it follows from the days."""


class Answer(models.TextChoices):
    """What the owner says."""

    TRUE = "true", _("Still true")
    CHANGED = "changed", _("It has changed")
    GONE = "gone", _("No longer held")


class StillTrueQuestionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answered_at=None)

    def unanswered_for(self, stage, now=None):
        """The open questions that have come to this stage, or further."""
        return self.open().filter(asked_at__lte=_asked_before(stage, now))


class StillTrueQuestion(models.Model):
    """That the owner of an entry was asked whether it is still true; one for each day that passed."""

    token = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.UUIDField(editable=False)
    due_on = models.DateField()
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True, db_index=True)
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    passed_to = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    """The organisation to which it was passed on: who speaks for it is asked, too."""
    was_archived = models.BooleanField(default=False)

    objects = StillTrueQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question whether an entry is still true")
        verbose_name_plural = _("questions whether entries are still true")
        constraints = [models.UniqueConstraint(fields=["key", "due_on"], name="one_question_a_day")]

    def __str__(self):
        return f"{self.key}: {self.due_on}"

    def stage(self, now=None):
        """The Stage that an open question has come to; None when it is answered."""
        if self.answered_at is not None:
            return None
        waited = ((now or timezone.now()) - self.asked_at).days
        return next((stage for days, stage in STAGES if waited >= days), Stage.ASKED)


def silent_since(now=None):
    """Until when (a datetime) a question must have been asked so that its silence means that nobody confirms."""
    return _asked_before(Stage.UNCONFIRMED, now)


def _asked_before(stage, now):
    days = {each: days for days, each in STAGES}[stage]
    return (now or timezone.now()) - timedelta(days=days)


def unanswered_since(keys, now=None):
    """Of the entries with these keys those that nobody confirms: by key, the day (a date) on which it was asked."""
    asked = unconfirmed_keys(now).filter(key__in=keys).values_list("key", "asked_at")
    return {key: timezone.localdate(asked_at) for key, asked_at in asked}


def unconfirmed_keys(now=None):
    """A queryset of the keys of the entries that nobody confirms."""
    return StillTrueQuestion.objects.unanswered_for(Stage.UNCONFIRMED, now).values_list("key", flat=True)
