"""What others want to show to everyone about data of an owner, on `/my/` of who speaks for it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.access.models import OwnerNotice
from portal.access.models.owner_notice import PATIENCE
from portal.access.readers import reader_of
from portal.desk.owners.links import token_for
from portal.directory.rights import speaks_for
from portal.directory.waiting import Line, add_lines
from portal.linkage.ends import ends_for
from portal.records.registry import kind

MOST = 50


def register_lines():
    """Makes them known to `/my/`."""
    add_lines("owner told", to_answer)


def to_answer(user):
    """Each question without an answer, with the day until which nothing goes out."""
    if not reader_of(user).deciding.focal_ids:
        return
    notices = list(unanswered(user)[:MOST])
    ends = ends_for({each.identity_id for each in notices}, user)
    for notice in notices:
        text = _("Shown to everyone? %(what)s: answer by %(day)s") % {
            "what": _called(notice.identity, ends.get(notice.identity_id)),
            "day": date_format(timezone.localtime(notice.told_at + PATIENCE), "j F Y"),
        }
        path = reverse("owners:answer", args=[token_for(notice, user)])
        yield Line(text, path, since=notice.told_at, act=_("Answer"))


def unanswered(user):
    """The OwnerNotices that wait for an answer of an organisation for which this person speaks, the oldest first."""
    told = OwnerNotice.objects.filter(answer="", told_at__isnull=False, identity__withdrawn_at=None)
    ours = told.filter(organisation__in=speaks_for(user))
    return ours.select_related("identity", "organisation").order_by("told_at", "pk")


def _called(identity, end):
    """Kind and code, as the mail says it, with the title of what one may know of already."""
    what = f"{kind(identity.kind).label} {identity.code}"
    return f"“{end.title}” ({what})" if end else what
