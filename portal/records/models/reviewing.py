"""What editors keep about a review among themselves. A page is named by the number that its WorkflowState names it by:
nothing points at a page."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from portal.taxonomy.models import Country, Sector


def of_page():
    """The number of the page, as text: `WorkflowState.object_id`."""
    return models.CharField(max_length=20, db_index=True, editable=False)


class Assignment(models.Model):
    """Who sees to what waits. It binds nobody: another editor may decide."""

    object_id = models.CharField(max_length=20, unique=True, editable=False)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("who sees to a review")
        verbose_name_plural = _("who sees to reviews")

    def __str__(self):
        return f"{self.object_id}: {self.to}"


class ReviewNote(models.Model):
    """What an editor tells the others of a draft. Authors never read it, and it is in no export."""

    object_id = of_page()
    text = models.TextField(_("note"), max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("note among editors")
        verbose_name_plural = _("notes among editors")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text[:60]


class DecisionChecks(models.Model):
    """What the reviewer has looked at, kept with the decision."""

    task_state = models.OneToOneField(TaskState, models.CASCADE, related_name="checks")
    consent = models.BooleanField(default=False)
    sensitivity = models.BooleanField(default=False)
    sources = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("what was checked")
        verbose_name_plural = _("what was checked")

    def __str__(self):
        return f"{self.task_state_id}: {self.consent} {self.sensitivity} {self.sources}"


class CannedAnswer(models.Model):
    """What reviewers say often, in the language in which the draft is written."""

    name = models.CharField(
        _("name"), max_length=80, unique=True, help_text=_("How reviewers find it, for example “Source is missing”.")
    )
    text_en = models.TextField(
        _("English text"), help_text=_("For example “Please name the source of the figures, with its year.”")
    )
    text_fr = models.TextField(_("French text"), blank=True)
    text_ar = models.TextField(_("Arabic text"), blank=True)

    class Meta:
        verbose_name = _("ready answer")
        verbose_name_plural = _("ready answers")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def text(self, language):
        """The words in that language, in English where they are missing."""
        return getattr(self, f"text_{language}", "") or self.text_en


class ReviewerArea(models.Model):
    """What an editor sees first: drafts about any of these countries or sectors, or in any of these languages."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), blank=True, related_name="+")
    sectors = models.ManyToManyField(Sector, verbose_name=_("sectors"), blank=True, related_name="+")
    languages = models.JSONField(_("languages"), default=list, blank=True)

    class Meta:
        verbose_name = _("what an editor sees first")
        verbose_name_plural = _("what editors see first")

    def __str__(self):
        return str(self.user)


class Submission(models.Model):
    """Drafts that were sent together, for example by an import: they may be decided together."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("title"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("joint submission")
        verbose_name_plural = _("joint submissions")

    def __str__(self):
        return self.title


class SubmittedPart(models.Model):
    """One draft of a joint submission."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="parts")
    object_id = models.CharField(max_length=20, unique=True, editable=False)

    class Meta:
        verbose_name = _("part of a joint submission")
        verbose_name_plural = _("parts of joint submissions")

    def __str__(self):
        return f"{self.submission}: {self.object_id}"
