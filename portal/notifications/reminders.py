"""What people are reminded of, said by each app; `manage.py send_reminders` asks them all and knows none of them."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import timezone

_reminders: dict[str, Callable[[date], int]] = {}


def remind_by(name: str, remind: Callable[[date], int]):
    """Adds `remind(today)`, which writes what is due into the outbox and returns how many mails are new. It may be
    asked at any time and any number of times: each mail has an event of its own (posting.tell)."""
    _reminders[name] = remind
    return remind


def remind_all(today: date | None = None) -> dict[str, int]:
    """Asks each app; returns how many mails are new, by its name."""
    today = today or timezone.localdate()
    return {name: _reminded(remind, today) for name, remind in _reminders.items()}


@transaction.atomic
def _reminded(remind, today):
    return remind(today)
