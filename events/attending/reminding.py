"""Who has not answered an invitation is reminded once, a week before the day until which an answer is asked for."""

from datetime import timedelta

from django.utils import timezone

from events.attending.enums import Answer
from events.attending.events import held_page, is_over
from events.attending.models import EventInvitation
from events.attending.telling import tell_answer_due

AHEAD = timedelta(days=7)


def remind(today=None) -> int:
    """Writes the reminders that are due; returns how many are new. However often it runs, each goes once.

    Nobody is reminded within the last week who was invited within it, nor after the day.
    """
    today = today or timezone.localdate()
    waiting = EventInvitation.objects.standing().filter(answer=Answer.NONE).exclude(email="")
    due = waiting.filter(answer_by__gte=today, answer_by__lte=today + AHEAD).order_by("pk")
    rows = [row for row in due if timezone.localdate(row.sent_at) < row.answer_by - AHEAD]
    pages = {key: held_page(key) for key in {row.event_id for row in rows}}
    coming = {key for key, page in pages.items() if page and not is_over(page)}
    return sum(tell_answer_due(row) for row in rows if row.event_id in coming)
