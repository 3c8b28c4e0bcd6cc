from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from portal.community.enums import Complaint, PostState, Verdict
from portal.directory.models import Organisation

PERSON = {"to": settings.AUTH_USER_MODEL, "on_delete": models.SET_NULL, "null": True, "related_name": "+"}


class Question(models.Model):
    """A question about an entry, with its answers: for members who may read the details of that entry."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="questions")
    asked_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(**PERSON)

    moves_when_merged = ("identity",)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self):
        return str(self.key)

    @property
    def is_open(self):
        return self.closed_at is None


class Post(models.Model):
    """A question or an answer, in the words of one person. `organisation` is theirs when they wrote it, so that it
    stays when the person is forgotten."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    question = models.ForeignKey(Question, models.CASCADE, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="posts")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(_("text"), max_length=4000)
    language = models.CharField(max_length=2)
    is_question = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=PostState, default=PostState.SHOWN)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("post of a discussion")
        verbose_name_plural = _("posts of discussions")
        ordering = ["-is_question", "written_at", "key"]

    def __str__(self):
        return str(self.key)


class Ruling(models.Model):
    """What an editor decided about a post, and why."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="rulings")
    verdict = models.CharField(max_length=4, choices=Verdict)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(**PERSON)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.verdict} {self.post_id}"


class Report(models.Model):
    """That somebody finds that a post should not stand there, and why: once for each thing that is wrong with it; open
    until an editor has decided about the post."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="reports")
    complaint = models.CharField(_("what is wrong with it"), max_length=16, choices=Complaint)
    note = models.CharField(_("in your words"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="reports_of_posts")
    at = models.DateTimeField(default=timezone.now)
    ruling = models.ForeignKey(Ruling, models.SET_NULL, null=True, related_name="reports")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "by", "complaint"], name="one_report_of_each_complaint")]

    def __str__(self):
        return f"{self.complaint} {self.post_id}"
