"""How long is kept who was invited and who came: as long as the event is followed up."""

from django.utils import timezone

from events.attending.events import over_before
from events.attending.models import EventInvitation, Participant
from events.attending.models.participant import OF_NOBODY
from events.models import EventPage
from portal.core.retention import kept_for

DAYS = 180


@kept_for("Names and addresses of who was invited, after the event", days=DAYS)
def invitations(before):
    """Organisation, sector and answer stay for the count. What is invited to an event without days goes by its own."""
    rows = EventInvitation.objects.exclude(email="")
    over = rows.filter(event__in=over_before(timezone.localdate(before)))
    undated = rows.filter(sent_at__lt=before).exclude(event__in=_dated())
    return sum(each.update(email="", name="", note="", link_key="") for each in (over, undated))


@kept_for("Addresses of participants, and names of those who are not listed, after the event", days=DAYS)
def participants(before):
    """Names stay with those who can still take their consent back: active members, by their account. The links of all
    others end on the same day."""
    over = Participant.objects.filter(event__in=over_before(timezone.localdate(before)))
    undated = Participant.objects.filter(created_at__lt=before).exclude(event__in=_dated())
    count = 0
    for rows in (over, undated):
        count += rows.filter(is_listed=False).exclude(name="", email="").update(name="", email="", user=None)
        ended = rows.filter(is_listed=True).without_account()
        count += ended.update(name="", email="", user=None, **OF_NOBODY)
        count += rows.filter(is_listed=True).exclude(email="").update(email="")
    return count


def _dated():
    return EventPage.objects.filter(starts_on__isnull=False).values("translation_key")
