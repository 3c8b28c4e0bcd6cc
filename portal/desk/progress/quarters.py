from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

MOST = 8


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year, numbered from 1."""

    year: int
    number: int

    @classmethod
    def of(cls, day):
        """The quarter of a date, or of a moment by the clock of the portal."""
        day = timezone.localdate(day) if hasattr(day, "tzinfo") else day
        return cls(day.year, (day.month + 2) // 3)

    @property
    def key(self):
        """How addresses and files call it: 2026-Q4."""
        return f"{self.year}-Q{self.number}"

    @property
    def label(self):
        return _("Q%(number)d %(year)d") % {"number": self.number, "year": self.year}

    @property
    def begins_on(self):
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def before(self):
        return self.of(self.begins_on - timedelta(days=1))


def last_quarters(today=None) -> list[Quarter]:
    """That of today and those before it, the newest first."""
    found = [Quarter.of(today or timezone.localdate())]
    while len(found) < MOST:
        found.append(found[-1].before)
    return found
