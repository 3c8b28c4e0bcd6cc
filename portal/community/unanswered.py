"""The questions that wait for a person's answer."""

from django.db.models import Exists, OuterRef, Q

from portal.access.drafts import written_by
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.community.enums import PostState
from portal.community.models import Post, Question
from portal.linkage.ends import ends_for

MOST = 50


def unanswered_for(user):
    """Pairs of the End of an entry and the day of its oldest question that nobody has answered: of published entries
    that this person wrote or whose owner or keeper they speak for, and never of what they asked themselves."""
    focal = reader_of(user).deciding.focal_ids
    concerned = Q(owner__in=focal) | Q(custodian__in=focal) | Q(pk__in=written_by(user))
    identities = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(concerned)
    shown = Post.objects.filter(question=OuterRef("pk"), state=PostState.SHOWN)
    asked = Exists(shown.filter(is_question=True).exclude(author=user))
    waiting = Question.objects.filter(asked, ~Exists(shown.filter(is_question=False)), closed_at=None)
    found = waiting.filter(identity__in=identities).order_by("asked_at", "key").values_list("identity", "asked_at")
    oldest = {}
    for key, asked_at in found[:MOST]:
        oldest.setdefault(key, asked_at)
    ends = ends_for(oldest, user)
    return [(ends[key], asked_at) for key, asked_at in oldest.items() if key in ends]
