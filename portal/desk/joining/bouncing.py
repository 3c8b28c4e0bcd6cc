"""Focal points whose mails come back."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from portal.directory.models import HandOver, Membership
from portal.directory.speaking import start_hand_over
from portal.notifications.enums import State
from portal.notifications.models import Notice
from portal.notifications.queries import BOUNCED

LOOKED_BACK = timedelta(days=14)


def start_for_bounced():
    """Starts a hand-over for each focal point whose address the server refused of late, and who got no mail then.

    Returns how many there are new. One that editors decided in that time does not begin again.
    """
    since = timezone.now() - LOOKED_BACK
    notices = Notice.objects.filter(user=OuterRef("member__user"), ended_at__gt=since)
    decided = HandOver.objects.filter(organisation=OuterRef("organisation"), member=OuterRef("member"))
    rows = Membership.objects.filter(
        Exists(notices.filter(BOUNCED)),
        ~Exists(notices.filter(state=State.SENT)),
        ~Exists(decided.filter(decided_at=None) | decided.filter(decided_at__gt=since)),
        is_focal_point=True,
        is_active=True,
    )
    found = list(rows.select_related("organisation", "member"))
    for row in found:
        start_hand_over(organisation=row.organisation, member=row.member, cause=HandOver.Cause.BOUNCED)
    return len(found)
