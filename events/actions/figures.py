"""What became of the actions of an event, in numbers."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from events.actions.enums import STILL_OPEN, State
from events.actions.models import FollowUpAction


@dataclass(frozen=True)
class Figures:
    """Of the actions that were ever on the list of an event: how many are done, dropped, open and late (these among the
    open ones) now, and how many were carried over from it to another event and stand there."""

    total: int
    done: int
    dropped: int
    open: int
    late: int
    carried_over: int


def figures_of(event_key, user) -> Figures:
    """The Figures of the event with this identity key, of the actions of which `user` may know. One query."""
    rows = FollowUpAction.objects.ever_at([event_key]).visible_to(user)
    left = FollowUpAction.objects.left(event_key).values("pk")
    is_open = Q(state__in=STILL_OPEN)
    counts = rows.aggregate(
        total=Count("pk"),
        done=Count("pk", filter=Q(state=State.DONE)),
        dropped=Count("pk", filter=Q(state=State.DROPPED)),
        open=Count("pk", filter=is_open),
        late=Count("pk", filter=is_open & Q(due_on__lt=timezone.localdate())),
        carried_over=Count("pk", filter=Q(pk__in=left)),
    )
    return Figures(**counts)
