"""When needs and flows came into their states: their pages say which state, and not since when."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from practices.needs.models import DataNeedPage
from practices.platforms.models import FlowPage

STATED = {"need": DataNeedPage, "flow": FlowPage}


class StateMark(models.Model):
    """That an entry was seen to be in a state (a key of its vocabulary, "" for none) that it was not in before.

    `before` is None at the first time it was seen: since when it was so then, nobody knows. Only added to.
    """

    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+")
    before = models.CharField(max_length=80, null=True)
    state = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("since when an entry is in its state")
        verbose_name_plural = _("since when entries are in their states")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.identity_id} {self.state}"


def note_states(keys):
    """For `portal.access.changes`: writes a StateMark for each published need and flow among these (keys of identities)
    that is in another state than when it was last seen."""
    kinds = RecordIdentity.objects.filter(pk__in=keys, kind__in=STATED).values_list("kind", flat=True)
    found = {}
    for kind in set(kinds):
        # The original speaks for its translations.
        pages = STATED[kind].objects.live().filter(translation_key__in=keys).order_by("-pk")
        found |= {key: state or "" for key, state in pages.values_list("translation_key", "state__key")}
    if not found:
        return
    marks = StateMark.objects.filter(identity__in=found).order_by("pk")
    last = dict(marks.values_list("identity", "state"))
    StateMark.objects.bulk_create(
        StateMark(identity_id=key, before=last.get(key), state=state)
        for key, state in found.items()
        if last.get(key) != state
    )
