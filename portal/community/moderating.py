"""What members report, and what editors decide about it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.community.enums import HARMFUL, PostState, Verdict
from portal.community.models import Post, Report, Ruling
from portal.community.rights import may_discuss, may_rule
from portal.community.telling import tell_of_report, tell_of_ruling
from portal.directory.rights import require
from portal.linkage.ends import ends_for

DECIDED = {Verdict.HIDE: PostState.HIDDEN, Verdict.SHOW: PostState.SHOWN}


@transaction.atomic
def report(*, user, post, complaint, note=""):
    """Notes what somebody finds wrong with a post, and tells editors; said again, it waits again. What could harm is
    covered at once, unless an editor has let it stand before. Raises PermissionDenied for who does not see the
    discussion."""
    require(may_discuss(user, post.question.identity))
    post = Post.objects.select_for_update().get(pk=post.pk)
    said_now = {"note": note.strip(), "at": timezone.now(), "ruling": None}
    Report.objects.update_or_create(post=post, by=user, complaint=complaint, defaults=said_now)
    tell_of_report(post, user)
    if complaint in HARMFUL and post.state == PostState.SHOWN and not post.rulings.exists():
        _set(post, PostState.COVERED)


@transaction.atomic
def rule(*, by, post, verdict, reason):
    """An editor who did not write it hides a post or shows it, with a reason; its open reports end with that. What its
    author took back stays so. Returns the Ruling; raises PermissionDenied, or ValidationError without a reason."""
    require(may_rule(by, post))
    if not reason.strip():
        raise ValidationError(_("Say why, for example “names an exact place”."))
    post = Post.objects.select_for_update().get(pk=post.pk)
    ruling = Ruling.objects.create(post=post, verdict=verdict, reason=reason.strip(), by=by)
    Report.objects.filter(post=post, ruling=None).update(ruling=ruling)
    if post.state not in (PostState.TAKEN_BACK, DECIDED[verdict]):
        _set(post, DECIDED[verdict])
        if verdict == Verdict.HIDE:
            tell_of_ruling(ruling)
    return ruling


def reported():
    """A queryset of the posts with reports that wait for an editor, the longest waiting first."""
    waiting = Report.objects.filter(ruling=None).values("post")
    return Post.objects.filter(pk__in=waiting).order_by("written_at", "key")


def reported_to(user):
    """Pairs of a post that waits and the End of its entry, for an editor, the longest waiting first.

    What is not published any more nobody sees: it waits until it is published again.
    """
    posts = reported().select_related("question__identity", "author__member", "organisation")
    posts = list(posts.prefetch_related("reports", "rulings"))
    ends = ends_for({post.question.identity_id for post in posts}, user)
    return [(post, ends[post.question.identity_id]) for post in posts if post.question.identity_id in ends]


def _set(post, state):
    Post.objects.filter(pk=post.pk).update(state=state)
