"""What followers hear. No mail holds words of an entry or of a post, and whether they may have it is asked again."""

from django.db import transaction
from django.utils import timezone

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.community.matching import followers_of
from portal.community.news import noticed
from portal.directory.models import Membership
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell

NEWS, ASKED, POSTED, ANSWERED, HIDDEN = (
    "followed_news", "question_asked", "discussion_post", "question_answered", "post_hidden",
)  # fmt: skip
KINDS = (
    MessageKind(NEWS, Urgency.NEWS, Action.KNOW, members_only=True),
    MessageKind(ASKED, Urgency.MUST, Action.READ, members_only=True),
    MessageKind(POSTED, Urgency.NEWS, Action.READ, members_only=True),
    MessageKind(ANSWERED, Urgency.NEWS, Action.READ, members_only=True),
    MessageKind(HIDDEN, Urgency.MUST, Action.READ, members_only=True),
)


@transaction.atomic
def tell_of_changes(keys):
    """Tells who follows one of the records with these keys that it is new or changed, once a day; returns how many are
    told. Who wrote it knows already."""
    keys = [document.identity_id for document in noticed(keys)]
    if not keys:
        return 0
    wrote = _writers(keys)
    day, told = timezone.localdate(), 0
    for (user, key), names in followers_of(keys).items():
        if (user.pk, key) not in wrote:
            facts = {"searches": names}
            told += tell(kind=NEWS, event=f"news:{key.hex}:{day}", people=[user], record=key, facts=facts)
    return told


def _writers(keys):
    rows = RecordIdentity.contributors.through.objects.filter(recordidentity__in=keys)
    return set(rows.values_list("user", "recordidentity"))


def tell_of_post(post):
    """Tells those whom a new post concerns, each once: of a question those who speak for the entry or wrote it, of an
    answer who asked, and of both who follows the entry."""
    identity, event = post.question.identity, f"post:{post.key.hex}"
    concerned = _responsible(identity) if post.is_question else _asker(post.question)
    for kind, people in ((ASKED if post.is_question else ANSWERED, concerned), (POSTED, _followers(identity))):
        others = people - {post.author}
        tell(kind=kind, event=event, people=others, record=identity.pk, facts=_way(identity))


def tell_of_ruling(ruling):
    """Tells who wrote a post that an editor has hidden it."""
    post = ruling.post
    identity, people = post.question.identity, {post.author} - {None}
    tell(kind=HIDDEN, event=f"ruling:{ruling.pk}", people=people, record=identity.pk, facts=_way(identity))


def _way(identity):
    return {"path": f"/discussions/{identity.code}/"}


def _responsible(identity):
    parties = {identity.owner_id, identity.custodian_id} - {None}
    rows = Membership.objects.filter(organisation__in=parties, is_active=True, is_focal_point=True)
    focal = {row.member.user for row in rows.select_related("member__user") if row.member.is_active}
    return focal | set(identity.contributors.filter(is_active=True))


def _asker(question):
    return {post.author for post in question.posts.filter(is_question=True).select_related("author")} - {None}


def _followers(identity):
    return {row.user for row in identity.follows.select_related("user")}
