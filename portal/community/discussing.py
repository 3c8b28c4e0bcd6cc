"""Asks and answers about an entry, closes questions, takes own words back. What is told goes out in the same step."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.enums import Level
from portal.community.enums import PostState
from portal.community.models import Post, Question
from portal.community.rights import may_close, may_discuss
from portal.community.telling import tell_of_post
from portal.core.form_keys import one_at_a_time
from portal.core.languages import reading_language
from portal.directory.models import Membership
from portal.directory.rights import require
from portal.records.linter.gate import refusal_of_short_text

LONGEST = Post._meta.get_field("text").max_length
AGAIN = timedelta(days=1)
"""For so long the same words of the same person in the same place are one post: they are sent again when no answer
came."""


@transaction.atomic
def ask(*, user, identity, text):
    """Puts a question about an entry and returns the Question. Raises PermissionDenied for who may not read the details
    of the entry, ValidationError for a text that is empty, too long, or says what must not stand there. What is sent
    again makes no second one."""
    require(may_discuss(user, identity))
    text = _allowed(text)
    if said := _said_already(user, text, question__identity=identity, is_question=True):
        return said.question
    question = Question.objects.create(identity=identity)
    return _write(question, user, text, is_question=True).question


@transaction.atomic
def answer(*, user, question, text):
    """Answers an open question and returns the Post; raises as `ask` does, and ValidationError when it is closed."""
    require(may_discuss(user, question.identity))
    question = Question.objects.select_for_update().get(pk=question.pk)
    text = _allowed(text)
    if said := _said_already(user, text, question=question, is_question=False):
        return said
    if not question.is_open:
        raise ValidationError(_("This question is closed. Ask a new one."))
    return _write(question, user, text, is_question=False)


@transaction.atomic
def close(*, user, question):
    """Closes a question as answered; closed again, it keeps its day. Raises PermissionDenied."""
    require(may_close(user, question, question.identity))
    Question.objects.filter(pk=question.pk, closed_at=None).update(closed_at=timezone.now(), closed_by=user)


@transaction.atomic
def reopen(*, user, question):
    """Opens a closed question again; raises PermissionDenied for who may not close it."""
    require(may_close(user, question, question.identity))
    Question.objects.filter(pk=question.pk).update(closed_at=None, closed_by=None)


@transaction.atomic
def take_back(*, user, post):
    """Takes one's own words back, for good; what an editor has hidden stays hidden. Raises PermissionDenied."""
    require(post.author_id == user.pk and may_discuss(user, post.question.identity))
    own = Post.objects.filter(pk=post.pk, state__in=(PostState.SHOWN, PostState.COVERED))
    own.update(state=PostState.TAKEN_BACK)


def _said_already(user, text, **where):
    """The Post of these words by this person there, of a moment ago; None where there is none."""
    one_at_a_time(user)
    since = timezone.now() - AGAIN
    found = Post.objects.filter(author=user, text=text, state=PostState.SHOWN, written_at__gte=since, **where)
    return found.select_related("question").first()


def _write(question, user, text, is_question):
    post = Post.objects.create(
        question=question,
        author=user,
        organisation=_organisation(user, question.identity),
        text=text,
        language=reading_language(),
        is_question=is_question,
    )
    tell_of_post(post)
    return post


def _allowed(text):
    """The text, if it may stand in a discussion. Its readers are members at the most, and one day perhaps all of them,
    whatever the level of the entry is now."""
    text = text.strip()
    if not text:
        raise ValidationError(_("Write your question or answer first."))
    if len(text) > LONGEST:
        raise ValidationError(_("Write at most %(longest)d characters.") % {"longest": LONGEST})
    if refusal := refusal_of_short_text(text, _("Your text"), Level.MEMBERS):
        raise ValidationError(refusal)
    return text


def _organisation(user, identity):
    """The one of the author's organisations for which they write: that of the entry, if they belong to it."""
    rows = Membership.objects.filter(member__user=user, is_active=True).select_related("organisation").order_by("pk")
    mine = [row.organisation for row in rows]
    parties = {identity.owner_id, identity.custodian_id}
    return next((each for each in mine if each.pk in parties), mine[0] if mine else None)
