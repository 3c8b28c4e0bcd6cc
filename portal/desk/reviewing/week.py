"""What waits for an editor, in one list: each Decision is taken by one click where it leads to.

Other rooms add theirs when they are ready (`add_decisions`), for example reports of the community.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from portal.access.models import RecordIdentity, RestoreWish
from portal.directory.joining import waiting_for
from portal.directory.models import HandOver, Nomination
from portal.records.models import RecordPage, Release
from portal.records.models.review import authors_by_state
from portal.records.review.areas import WAITING, first_for
from portal.records.silence import without_answerer

MOST = 50
"""Decisions of one kind."""
LABELS = {
    "review": _("Waits for review"),
    "join": _("Asks to join"),
    "speaker": _("Who speaks for an organisation: to decide"),
    "stale": _("Nobody can be asked whether it is still true"),
    "sampled": _("Went out at once: look at it"),
    "restore": _("To be restored, by a second editor"),
}


@dataclass(frozen=True)
class Decision:
    """One thing to decide: what it is (a key of LABELS), the code of its entry ("" for none), and where, under the
    prefix of the language of now."""

    what: str
    code: str
    path: str

    @property
    def label(self):
        return LABELS[self.what]


_sources: list[Callable] = []


def add_decisions(what, label, source):
    """Adds a kind: `source(user)` gives Decisions with that `what`."""
    LABELS[what] = label
    if source not in _sources:
        _sources.append(source)


def decisions_for(user):
    """All Decisions for an editor: reviews that are theirs first, then the longest waiting."""
    return [each for source in (*SOURCES, *_sources) for each in source(user)]


def _reviews(user):
    others = WAITING.exclude(requested_by=user)
    states = others.annotate(first=first_for(user)).order_by("first", "created_at", "pk")
    steps = list(TaskState.objects.filter(pk__in=[each.current_task_state_id for each in states[: MOST * 2]]))
    authors = authors_by_state(steps)
    mine = {step.workflow_state_id for step in steps if user.pk in authors[step.pk]}
    shown = [state for state in states[: MOST * 2] if state.pk not in mine][:MOST]
    pages = RecordPage.objects.filter(pk__in=[each.object_id for each in shown])
    keys = dict(pages.values_list("pk", "translation_key"))
    codes = dict(RecordIdentity.objects.filter(pk__in=keys.values()).values_list("pk", "code"))
    return [Decision("review", codes.get(keys.get(int(each.object_id)), ""), _review_path(each)) for each in shown]


def _review_path(state):
    return reverse("records_admin:review", args=[state.object_id])


def _joins(user):
    return [Decision("join", "", reverse("joining:requests")) for _each in waiting_for(user)[:MOST]]


def _speakers(user):
    nominations = Nomination.objects.filter(decided_at=None).exclude(asked_by=user).exclude(member__user=user)
    waiting = [*nominations.select_related("organisation")[:MOST]]
    waiting += HandOver.objects.filter(decided_at=None).select_related("organisation")[:MOST]
    return [Decision("speaker", each.organisation.code, reverse("joining:speakers")) for each in waiting]


def _stale(user):
    return [Decision("stale", each.code, reverse("reviewing:week")) for each in without_answerer()[:MOST]]


def _sampled(user):
    waiting = Release.objects.filter(is_sampled=True, seen_at=None)[:MOST]
    return [Decision("sampled", each.code, reverse("records_admin:sampled")) for each in waiting]


def _restores(user):
    wishes = RestoreWish.objects.exclude(asked_by=user).select_related("identity").order_by("asked_at")[:MOST]
    pages = RecordPage.objects.filter(translation_key__in=[wish.identity_id for wish in wishes]).order_by("-pk")
    page_of = dict(pages.values_list("translation_key", "pk"))
    return [
        Decision(
            "restore", wish.identity.code, reverse("records_admin:approve_restore", args=[page_of[wish.identity_id]])
        )
        for wish in wishes
        if wish.identity_id in page_of
    ]


SOURCES = (_reviews, _joins, _speakers, _stale, _sampled, _restores)
