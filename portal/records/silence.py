"""Whether an entry is still true: asked of its owner, then of a deputy; what nobody confirms ends in the archive.

Nobody decides any of it: stages follow from days (portal.records.models.asking), and an answer ends them.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.changes import announce
from portal.access.models import RecordIdentity
from portal.access.services import log
from portal.directory.rights import is_editor, require
from portal.records.answerers import answerable, answerers, speakers_who_read
from portal.records.confirming import HOLDS_FOR, note_days, note_that_it_holds
from portal.records.models import Answer, RecordPage, Stage, StillTrueQuestion

TIME_TO_CHANGE = timedelta(days=60)
"""Who says that it has changed is asked again when nothing has come by then."""


def ask_due(today=None):
    """Asks of each published entry whose day has passed; returns the new ones. Safe to run again.

    Those that nobody could answer for are left out: `without_answerer`.
    """
    today = today or timezone.localdate()
    due = dict(_due(today))
    known = set(StillTrueQuestion.objects.filter(key__in=due).values_list("key", "due_on"))
    asked = set(StillTrueQuestion.objects.open().filter(key__in=due).values_list("key", flat=True))
    new = {key: day for key, day in due.items() if (key, day) not in known and key not in asked}
    identities = RecordIdentity.objects.filter(pk__in=new).select_related("owner", "custodian")
    asked_of = answerable(identities)
    rows = [StillTrueQuestion(key=each.key, due_on=new[each.key]) for each in identities if each.pk in asked_of]
    StillTrueQuestion.objects.bulk_create(rows, ignore_conflicts=True)
    return rows


def close_overtaken(today=None):
    """Ends open questions about entries that were confirmed, changed or taken away meanwhile by another way."""
    due = set(_due(today or timezone.localdate()))
    public = set(RecordPage.objects.filter(live=True).values_list("translation_key", flat=True))
    # What silence took out of view stays open: it says why the entry is gone.
    left = StillTrueQuestion.objects.open().exclude(Q(was_archived=True) & ~Q(key__in=public))
    gone = [each.pk for each in left if (each.key, each.due_on) not in due]
    return StillTrueQuestion.objects.open().filter(pk__in=gone).update(answered_at=timezone.now())


def without_answerer(today=None):
    """The identities whose day has passed and for which nobody can be asked: they wait for an editor."""
    keys = [key for key, _day in _due(today or timezone.localdate())]
    identities = RecordIdentity.objects.filter(pk__in=keys).select_related("owner", "custodian").order_by("code")
    asked_of = answerable(identities)
    return [each for each in identities if each.pk not in asked_of]


@transaction.atomic
def answer(*, question, by, says, today=None):
    """Ends a question. Raises PermissionDenied for who cannot speak for the entry, and when it is answered."""
    question = StillTrueQuestion.objects.select_for_update().get(pk=question.pk)
    identity = RecordIdentity.objects.filter(pk=question.key).select_related("owner", "custodian").first()
    if identity is None or question.answered_at or by not in answerers(identity, deputies=True):
        raise PermissionDenied
    question.answered_at, question.answer = timezone.now(), Answer(says)
    question.save()
    _follow(identity, by, question.answer, today or timezone.localdate())


@transaction.atomic
def pass_on(*, question, by, to):
    """Asks who speaks for another organisation, or others who speak for one's own, too; the days run on, and who was
    asked before can still answer.

    Raises PermissionDenied as `answer` does; ValidationError where nobody speaks for it who may read the entry: nothing
    is opened to anybody by this.
    """
    question = StillTrueQuestion.objects.select_for_update().get(pk=question.pk)
    identity = RecordIdentity.objects.filter(pk=question.key).select_related("owner", "custodian").first()
    if identity is None or question.answered_at or by not in answerers(identity, deputies=True):
        raise PermissionDenied
    if not speakers_who_read(identity, to) - {by}:
        raise ValidationError(_("Nobody speaks for it here who may read this entry. Choose another one."))
    question.passed_to = to
    question.save()
    log("passed on whether still true", identity=identity, by=by, to=to.code)


@transaction.atomic
def decide_stale(*, identity, by, says, today=None):
    """An editor answers for an entry of which nobody else can be asked.

    Raises PermissionDenied, also when somebody can, and when its day has not passed any more: another editor was
    quicker.
    """
    require(is_editor(by))
    identity = RecordIdentity.objects.select_for_update().get(pk=identity.pk)
    today = today or timezone.localdate()
    require(identity.pk in dict(_due(today)) and not answerable([identity]))
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
    silent = StillTrueQuestion.objects.unanswered_for(Stage.ARCHIVED, now).filter(was_archived=False)
    return sum(_archived(question.pk) for question in silent)


@transaction.atomic
def _archived(pk):
    question = StillTrueQuestion.objects.select_for_update().get(pk=pk)
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


def published_again(page, today=None):
    """Ends what silence, or the answer “No longer held”, had begun for an entry that is published now: a review looked
    at it, so that it is asked about again after as long as any other. One query where nothing had begun."""
    ended = StillTrueQuestion.objects.filter(Q(was_archived=True) | Q(answer=Answer.GONE), key=page.key)
    if days := set(ended.values_list("due_on", flat=True)):
        _end(ended, page, days, today)


@transaction.atomic
def _end(ended, page, days, today):
    ended.open().update(answered_at=timezone.now())
    if page.review_due_on in days:
        note_days(page.key, review_due_on=(today or timezone.localdate()) + HOLDS_FOR)


def _due(today):
    """Pairs of key and day of the published entries whose day has passed."""
    pages = RecordPage.objects.filter(live=True, review_due_on__lt=today)
    open_to_ask = RecordIdentity.objects.filter(withdrawn_at=None).values("pk")
    return pages.filter(translation_key__in=open_to_ask).values_list("translation_key", "review_due_on")
