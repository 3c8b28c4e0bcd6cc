"""What is done for requests once a day: reminders, what silence leads to, what comes to its end."""

from datetime import timedelta

from django.utils import timezone

from practices.requests.models import DataRequest, HandedOver
from practices.requests.services import expire_over, without_answer
from practices.requests.telling import tell_deciders, tell_of_wish, tell_to_destroy

KEEP_DAYS = (30, 7, 0, -7)
"""Days before the data are to be destroyed (after it: below zero) on which who has them is reminded."""


def do_the_day(now=None) -> int:
    """Returns how many mails there are new. Safe to run again: each reminder is sent once."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    without_answer(today)
    expire_over(now)
    return _remind_to_answer(today) + _remind_to_destroy(today)


def _remind_to_answer(today):
    """Whoever is asked once more when the answer was due, and then their deputies, too."""
    late = DataRequest.objects.unanswered().filter(answer_due_on__lte=today)
    told = sum(tell_deciders(each, f"due:{each.pk}:{each.state_since:%Y%m%d%H%M%S%f}", deputies=True) for each in late)
    wishes = DataRequest.objects.wishing().filter(answer_due_on__lte=today)
    return told + sum(tell_of_wish(each, f"due:{each.pk}:{each.answer_due_on}", deputies=True) for each in wishes)


def _remind_to_destroy(today):
    kept = HandedOver.objects.filter(destroyed_on=None, keep_until__lte=today + timedelta(days=max(KEEP_DAYS)))
    return sum(tell_to_destroy(each, _stage((each.keep_until - today).days)) for each in kept)


def _stage(days):
    """The last of KEEP_DAYS that was reached with so many days left."""
    return min(each for each in KEEP_DAYS if each >= days)
