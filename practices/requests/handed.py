"""What waits for one person once a request for data was approved: hand over, confirm that it came, destroy."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from portal.access.readers import reader_of
from practices.requests.enums import GIVEN, State, Subject
from practices.requests.models import DataRequest

SOON = timedelta(days=30)
"""How long before the day by which data are to be destroyed it waits for who has them; mails begin then, too."""


def to_hand_over(user):
    """The approved requests whose data are still to be handed over by who is asked."""
    reader = reader_of(user).deciding
    asked = Q(to_owner__in=reader.focal_ids) | Q(to_keeper__in=reader.focal_ids)
    given = DataRequest.objects.filter(asked, subject=Subject.DATA, state__in=GIVEN, delivery=None)
    return given.exclude(asked_by=reader.user_id).order_by("state_since", "code")


def to_receive(user):
    """Those of `user`, or of an organisation for which they speak, that were handed over: did the data come?"""
    return _handed(user).filter(delivery__received_on=None).order_by("delivery__delivered_on", "code")


def to_destroy(user):
    """Those whose data came and are to be destroyed soon, or should be by now."""
    due = timezone.localdate() + SOON
    kept = _handed(user).filter(delivery__received_on__isnull=False, delivery__destroyed_on=None)
    return kept.filter(delivery__keep_until__lte=due).order_by("delivery__keep_until", "code")


def _handed(user):
    reader = reader_of(user).deciding
    if not reader.is_member:
        return DataRequest.objects.none()
    own = Q(asked_by=reader.user_id, asked_for__in=reader.organisation_ids)
    ours = DataRequest.objects.filter(own | Q(asked_for__in=reader.focal_ids))
    # What was handed over is out there, also when it was taken back.
    handed = ours.filter(subject=Subject.DATA, state__in=GIVEN | {State.REVOKED}, delivery__isnull=False)
    return handed.select_related("delivery")
