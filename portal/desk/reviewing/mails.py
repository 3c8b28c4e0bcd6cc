"""The mails of reviewing: the question whether an entry is still true, and the editors' week."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from portal.access.models import RecordIdentity
from portal.desk.reviewing.answer_links import token_for
from portal.desk.reviewing.week import decisions_for
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind, register
from portal.notifications.posting import tell
from portal.notifications.wanted import language_of
from portal.records.answerers import answerers
from portal.records.models import Stage, StillTrueQuestion
from portal.records.review.assigning import editors

STILL_TRUE, MONDAY = "still_true", "editors_monday"


def register_kinds():
    register(MessageKind(key=STILL_TRUE, urgency=Urgency.MUST, concerns=_speaks_for))
    register(MessageKind(key=MONDAY, urgency=Urgency.MUST, action=None))


def _speaks_for(user, identity):
    return user in answerers(identity, deputies=True)


def remind(now):
    """Tells of each open question once at each stage: the owner, from the second one on also deputies and authors."""
    return sum(_told(question, question.stage(now)) for question in StillTrueQuestion.objects.open())


def tell_passed(question):
    """Tells those to whom a question was passed on now, at the stage that it has come to; returns how many are new."""
    return _told(question, question.stage())


def _told(question, stage):
    identity = RecordIdentity.objects.select_related("owner", "custodian").filter(pk=question.key).first()
    people = answerers(identity, deputies=stage != Stage.ASKED) if identity else ()
    return sum(_tell(question, stage, user) for user in people)


def _tell(question, stage, user):
    with translation.override(settings.LANGUAGE_CODE):
        path = reverse("reviewing:still-true", args=[token_for(question, user)])
    facts = {"path": path, "stage": stage.value, "due_on": question.due_on.isoformat()}
    event = f"{STILL_TRUE}:{stage}:{question.pk}"
    return tell(kind=STILL_TRUE, event=event, people=[user], record=question.key, facts=facts)


def write_week(today):
    """To each editor, once a week, what waits for them: each line leads to where it is decided. Nothing, no mail."""
    monday = today - timedelta(days=today.weekday())
    return sum(_write_week(user, monday) for user in editors())


def _write_week(user, monday):
    lines = _lines_for(user)
    if not lines:
        return 0
    with translation.override(settings.LANGUAGE_CODE):
        facts = {"path": reverse("reviewing:week"), "lines": lines}
    return tell(kind=MONDAY, event=f"{MONDAY}:{monday:%Y-%m-%d}", people=[user], facts=facts)


def _lines_for(user):
    """What waits for an editor, in the words and at the addresses of their language."""
    with translation.override(language_of(user)):
        return [
            {"label": str(each.label), "code": each.code, "url": settings.SITE_URL + each.path}
            for each in decisions_for(user)
        ]
