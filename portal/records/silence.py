"""Whether an entry is still true: asked of its owner, then of a deputy; what nobody confirms ends in the archive.

Nobody decides any of it: stages follow from days (portal.records.models.asking), and an answer ends them.
"""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal.access.changes import announce
from portal.access.models import RecordIdentity
from portal.access.services import log
from portal.directory.models import Membership
from portal.directory.rights import is_editor, require
from portal.records.confirming import note_days, note_that_it_holds
from portal.records.models import Answer, Question, RecordPage, Stage

TIME_TO_CHANGE = timedelta(days=60)
"""Who says that it has changed is asked again when nothing has come by then."""

FOCAL = Q(is_focal_point=True, is_deputy=False)
ACTIVE = Membership.objects.filter(is_active=True, member__is_active=True, member__user__is_active=True)


def ask_due(today=None):
    """Asks of each published entry whose day has passed; returns the new Questions. Safe to run again.

    Those that nobody could answer for are left out: `without_answerer`.
    """
    today = today or timezone.localdate()
    due = dict(_due(today))
    known = set(Question.objects.filter(key__in=due).values_list("key", "due_on"))
    asked = set(Question.objects.open().filter(key__in=due).values_list("key", flat=True))
    new = {key: day for key, day in due.items() if (key, day) not in known and key not in asked}
    identities = RecordIdentity.objects.filter(pk__in=new).select_related("owner", "custodian")
    answerable = _answerable(identities)
    rows = [Question(key=each.key, due_on=new[each.key]) for each in identities if each.pk in answerable]
    Question.objects.bulk_create(rows, ignore_conflicts=True)
    return rows


def close_overtaken(today=None):
    """Ends open questions about entries that were confirmed, changed or taken away meanwhile by another way."""
    due = set(_due(today or timezone.localdate()))
    public = set(RecordPage.objects.filter(live=True).values_list("translation_key", flat=True))
    # What silence took out of view stays open: it says why the entry is gone.
    left = Question.objects.open().exclude(Q(was_archived=True) & ~Q(key__in=public))
    gone = [each.pk for each in left if (each.key, each.due_on) not in due]
    return Question.objects.open().filter(pk__in=gone).update(answered_at=timezone.now())


def without_answerer(today=None):
    """The identities whose day has passed and for which nobody can be asked: they wait for an editor."""
    keys = [key for key, _day in _due(today or timezone.localdate())]
    identities = RecordIdentity.objects.filter(pk__in=keys).select_related("owner", "custodian").order_by("code")
    answerable = _answerable(identities)
    return [each for each in identities if each.pk not in answerable]


def answerers(identity, *, deputies=False):
    """The users who can say whether an entry is still true: focal points of its owner, else of its keeper, else who
    wrote it. With `deputies` also those, and who wrote it in any case."""
    found = set()
    for party in _parties(identity):
        if deputies or not found:
            found |= _speakers(party, deputies)
    if deputies or not found:
        found |= set(get_user_model().objects.filter(contributed_identities=identity.pk, is_active=True))
    return found


def _parties(identity):
    """Owner and keeper, while nobody contests who speaks for them."""
    return [party for party in (identity.owner, identity.custodian) if party is not None and not party.is_frozen]


def _speakers(party, deputies):
    speaks = Q(is_focal_point=True) | Q(is_deputy=True) if deputies else FOCAL
    rows = ACTIVE.filter(speaks, organisation=party).select_related("member__user")
    return {row.member.user for row in rows}


def _answerable(identities):
    """The keys of those for which somebody can be asked first: `answerers` of many, in two queries."""
    parties = {party.pk for each in identities for party in _parties(each)}
    spoken_for = set(ACTIVE.filter(FOCAL, organisation__in=parties).values_list("organisation", flat=True))
    writers = RecordIdentity.contributors.through.objects.filter(user__is_active=True)
    keys = [each.pk for each in identities]
    written = set(writers.filter(recordidentity__in=keys).values_list("recordidentity", flat=True))
    return {each.pk for each in identities if each.pk in written or spoken_for & {p.pk for p in _parties(each)}}


@transaction.atomic
def answer(*, question, by, says, today=None):
    """Ends a question. Raises PermissionDenied for who cannot speak for the entry, and when it is answered."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    identity = RecordIdentity.objects.filter(pk=question.key).select_related("owner", "custodian").first()
    if identity is None or question.answered_at or by not in answerers(identity, deputies=True):
        raise PermissionDenied
    question.answered_at, question.answer = timezone.now(), Answer(says)
    question.save()
    _follow(identity, by, question.answer, today or timezone.localdate())


@transaction.atomic
def decide_stale(*, identity, by, says, today=None):
    """An editor answers for an entry of which nobody else can be asked. Raises PermissionDenied, also when its day has
    not passed any more: another editor was quicker."""
    require(is_editor(by))
    identity = RecordIdentity.objects.select_for_update().get(pk=identity.pk)
    today = today or timezone.localdate()
    require(identity.pk in dict(_due(today)))
    _follow(identity, by, Answer(says), today)


def _follow(identity, by, says, today):
    if says == Answer.TRUE:
        note_that_it_holds(identity, by, today)
        return
    log("asked whether still true", identity=identity, by=by, answer=says)
    if says == Answer.GONE:
        archive(identity.key)
    else:
        note_days(identity.key, review_due_on=today + TIME_TO_CHANGE)


def archive_silent(now=None):
    """Takes out of public view what nobody has confirmed for the longest time; returns how many."""
    silent = Question.objects.unanswered_for(Stage.ARCHIVED, now).filter(was_archived=False)
    return sum(_archived(question.pk) for question in silent)


@transaction.atomic
def _archived(pk):
    question = Question.objects.select_for_update().get(pk=pk)
    if question.answered_at or question.was_archived:
        return False
    question.was_archived = True
    question.save()
    log("archived", identity=RecordIdentity.objects.filter(pk=question.key).first(), by=None)
    archive(question.key)
    return True


@transaction.atomic
def archive(key):
    """Unpublishes an entry in every language: its drafts stay, and it is published again by a review."""
    for page in RecordPage.objects.filter(translation_key=key, live=True):
        page.specific.unpublish(log_action=True)
    announce(key)


def _due(today):
    """Pairs of key and day of the published entries whose day has passed."""
    pages = RecordPage.objects.filter(live=True, review_due_on__lt=today)
    open_to_ask = RecordIdentity.objects.filter(withdrawn_at=None).values("pk")
    return pages.filter(translation_key__in=open_to_ask).values_list("translation_key", "review_due_on")
