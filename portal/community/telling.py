"""What followers hear. No mail holds words of an entry or of a post, and whether they may have it is asked again."""

from django.db import transaction
from django.utils import timezone

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.community.matching import followers_of
from portal.community.news import noticed
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell

NEWS, ASKED, POSTED, ANSWERED = "followed_news", "question_asked", "discussion_post", "question_answered"
KINDS = (
    MessageKind(NEWS, Urgency.NEWS, Action.KNOW, members_only=True),
    MessageKind(ASKED, Urgency.MUST, Action.READ, members_only=True),
    MessageKind(POSTED, Urgency.NEWS, Action.READ, members_only=True),
    MessageKind(ANSWERED, Urgency.NEWS, Action.READ, members_only=True),
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
