"""How long what is about people is kept. Each app states its own times; `manage.py keep_retention` keeps them, daily.

docs/operations.md shows the same table (tests/core/test_retention.py compares them).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone


@dataclass(frozen=True)
class Retention:
    """What is kept for so many days. `forget(before)` takes away what is older than that moment and says how many."""

    what: str
    days: int
    forget: Callable[[datetime], int]


_kept = {}


def kept_for(what, *, days):
    """A decorator for `forget(before)`; `what` is said in docs/operations.md and where the job tells what it did."""

    def decorator(forget):
        _kept[what] = Retention(what, days, forget)
        return forget

    return decorator


def retentions():
    """Everything that is kept for a time, by name."""
    return [_kept[what] for what in sorted(_kept)]


def keep_retention(now=None):
    """Takes away what is too old, and returns pairs of its name and how many. Safe to run at any time, also twice."""
    now = now or timezone.now()
    return [(each.what, _forget(each, now)) for each in retentions()]


@transaction.atomic
def _forget(retention, now):
    return retention.forget(now - timedelta(days=retention.days))
