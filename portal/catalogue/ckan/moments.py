"""Moments as Solr writes them: 2026-01-01T00:00:00Z, NOW-7DAYS, *
(https://solr.apache.org/guide/solr/latest/indexing-guide/date-formatting-math.html)."""

import re
from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from .errors import QueryError

NOW = re.compile(
    r"NOW(?:/(?:DAY|HOUR))?((?:[+-]\d{1,5}(?:YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?)*)(?:/(?:DAY|HOUR))?"
)
STEP = re.compile(r"([+-]\d+)(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)")
UNITS = {
    "YEAR": timedelta(days=365), "MONTH": timedelta(days=30), "WEEK": timedelta(weeks=1), "DAY": timedelta(days=1),
    "HOUR": timedelta(hours=1), "MINUTE": timedelta(minutes=1), "SECOND": timedelta(seconds=1),
}  # fmt: skip


def moment(written: str) -> datetime | None:
    """The moment; None of "*", which is any. Raises QueryError for what is none."""
    if written == "*":
        return None
    try:
        if steps := NOW.fullmatch(written):
            return timezone.now() + sum(
                (int(number) * UNITS[unit] for number, unit in STEP.findall(steps[1])), timedelta()
            )
        found = datetime.fromisoformat(written)
    except (ValueError, OverflowError):
        raise QueryError(_("“%s” is no time such as 2026-01-01T00:00:00Z.") % written[:80]) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
