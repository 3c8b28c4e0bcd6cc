"""What followers hear. No mail holds words of an entry or of a post, and whether they may have it is asked again."""

from django.db import transaction
from django.utils import timezone

from portal.access.enums import Action, Relation
from portal.access.readers import reader_of
from portal.access.relations import stands_in
from portal.community.following import followers
from portal.community.matching import followers_of
from portal.community.news import changed, remember
from portal.directory.models import Membership
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell
from portal.records.review.assigning import editors

NEWS, ASKED, POSTED, ANSWERED, HIDDEN, REPORTED = (
    "followed_news", "question_asked", "discussion_post", "question_answered", "post_hidden", "post_reported",
)  # fmt: skip
KINDS = (
    MessageKind(NEWS, Urgency.NEWS, Action.KNOW, members_only=True),
    MessageKind(ASKED, Urgency.MUST, Action.READ, members_only=True),
    MessageKind(POSTED, Urgency.NEWS, Action.READ, members_only=True),
    MessageKind(ANSWERED, Urgency.MUST, Action.READ, members_only=True),
    MessageKind(HIDDEN, Urgency.MUST, Action.READ, members_only=True),
    MessageKind(REPORTED, Urgency.MUST, Action.EDIT, members_only=True),
)
WROTE = frozenset({Relation.CONTRIBUTOR, Relation.EDITOR})
REPORTS = "/discussions/reported/"
"""Where editors decide about posts."""


def tell_of_changes(keys):
    """Tells who follows one of the records with these keys that it is new or changed, once a day; returns how many are
    told. Who wrote it knows already.

    All searches are asked before the first row is written, so that nobody waits for a lock meanwhile; whoever does the
    same at once tells nobody twice.
    """
    documents, news = changed(keys)
    found = followers_of([document.identity_id for document in news])
    with transaction.atomic():
        remember(documents)
        return sum(_tell_news(user, key, names) for (user, key), names in found.items())


def _tell_news(user, key, names):
    event = f"news:{key.hex}:{timezone.localdate()}"
    return tell(kind=NEWS, event=event, people=[user], record=key, facts={"searches": names})


def tell_of_post(post):
    """Tells those whom a new post concerns, each once: of a question those who speak for the entry or wrote it, of an
    answer who asked, and of both who follows the entry."""
    identity, event = post.question.identity, f"post:{post.key.hex}"
    concerned = _responsible(identity) if post.is_question else _asker(post.question)
    for kind, people in ((ASKED if post.is_question else ANSWERED, concerned), (POSTED, followers(identity))):
        others = people - {post.author}
        tell(kind=kind, event=event, people=others, record=identity.pk, facts=_way(identity))


def tell_of_ruling(ruling):
    """Tells who wrote a post that an editor has hidden it."""
    post = ruling.post
    identity, people = post.question.identity, {post.author} - {None}
    tell(kind=HIDDEN, event=f"ruling:{ruling.pk}", people=people, record=identity.pk, facts=_way(identity))


def tell_of_report(post, by):
    """Tells the editors who can decide, once until they have, that `by` reported a post."""
    event = f"reported:{post.key.hex}:{post.rulings.count()}"
    people = set(editors()) - {post.author, by}
    tell(kind=REPORTED, event=event, people=people, record=post.question.identity_id, facts={"path": REPORTS})


def _way(identity):
    return {"path": f"/discussions/{identity.code}/"}


def _responsible(identity):
    parties = {identity.owner_id, identity.custodian_id} - {None}
    rows = Membership.objects.filter(organisation__in=parties, is_active=True, is_focal_point=True)
    focal = {row.member.user for row in rows.select_related("member__user") if row.member.is_active}
    # Who wrote it as an editor hears of it, too.
    return focal | {user for user in identity.contributors.all() if stands_in(reader_of(user), identity, WROTE)}


def _asker(question):
    return {post.author for post in question.posts.filter(is_question=True).select_related("author")} - {None}
