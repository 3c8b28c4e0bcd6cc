"""A discussion as one reader sees it: no words of a post that is covered or hidden, no name without consent."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from portal.access.queries import visible_to
from portal.access.readers import reader_of
from portal.community.enums import PostState, Verdict
from portal.community.models import Post, Question
from portal.community.rights import speaks_of
from portal.core.languages import enumerated
from portal.directory.models import Organisation
from portal.directory.profiles import name_of, role_of


@dataclass(frozen=True)
class ShownPost:
    """A post for one reader. `text` is "" where they may not read it; then `state_label` says why, and `reason` what
    the editor said, to who wrote it and to editors."""

    key: UUID
    author: str
    written_at: datetime
    text: str
    language: str
    state_label: str
    reason: str
    person: str
    """By what name the author is known, for editors, who decide about it; "" for everybody else."""
    is_own: bool
    may_take_back: bool


@dataclass(frozen=True)
class ShownQuestion:
    """A question with its answers for one reader: `posts` begin with what was asked."""

    key: UUID
    posts: list[ShownPost]
    closed_at: datetime | None
    may_close: bool


def discussion_of(identity, user):
    """The ShownQuestions about an entry, open ones first, then the newest, for who sees its discussion
    (`rights.may_discuss`)."""
    rows = "posts__author__member", "posts__organisation__kind", "posts__rulings"
    questions = Question.objects.filter(identity=identity).order_by("-asked_at", "key").prefetch_related(*rows)
    questions = sorted(questions, key=lambda question: not question.is_open)
    eyes = Eyes(user, [post for question in questions for post in question.posts.all()])
    may_close = speaks_of(user, identity)
    return [_shown_question(question, eyes, may_close) for question in questions]


def _shown_question(question, eyes, may_close):
    posts = [eyes.shown(post) for post in question.posts.all()]
    is_own = any(post.is_question and post.author_id == eyes.user.pk for post in question.posts.all())
    return ShownQuestion(question.key, posts, question.closed_at, may_close or is_own)


def shown_post(post, user):
    """One ShownPost."""
    return Eyes(user, [post]).shown(post)


class Eyes:
    """What one reader may see of some posts; asked once for all of them."""

    def __init__(self, user, posts: list[Post]):
        self.user, self.is_editor = user, reader_of(user).is_editor
        organisations = Organisation.objects.filter(pk__in={post.organisation_id for post in posts})
        self.known = set(visible_to(organisations, user).values_list("pk", flat=True))

    def shown(self, post):
        is_own = post.author_id == self.user.pk
        is_shown = post.state == PostState.SHOWN
        return ShownPost(
            key=post.key,
            author=self._author(post),
            written_at=post.written_at,
            text=post.text if is_shown or self.is_editor else "",
            language=post.language,
            state_label="" if is_shown else str(PostState(post.state).label),
            reason=_reason(post) if is_own or self.is_editor else "",
            person=post.author.get_full_name() if self.is_editor and post.author else "",
            is_own=is_own,
            may_take_back=is_own and post.state in (PostState.SHOWN, PostState.COVERED),
        )

    def _author(self, post):
        """Name by consent, else role; and the organisation, as far as the reader may know of it."""
        person = name_of(post.author) or role_of(post.author)
        organisation = post.organisation.name if post.organisation_id in self.known else ""
        parts = [part for part in (person, organisation) if part]
        return enumerated(parts) or _("A member of the community")


def _reason(post):
    """What the last editor who hid it said."""
    rulings = sorted(post.rulings.all(), key=lambda ruling: ruling.pk)
    is_hidden = post.state == PostState.HIDDEN and rulings and rulings[-1].verdict == Verdict.HIDE
    return rulings[-1].reason if is_hidden else ""
