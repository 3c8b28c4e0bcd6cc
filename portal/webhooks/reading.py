"""What the pages of webhooks show."""

from dataclasses import dataclass

from portal.linkage.ends import End, ends_for
from portal.records.registry import kind, kinds
from portal.webhooks.enums import OPEN, State
from portal.webhooks.models import Delivery

SHOWN = 50
"""Lines of the log of one webhook."""


@dataclass(frozen=True)
class LogLine:
    """A delivery as its log shows it; `end` is its record, None of a test and of what one may not know of any more."""

    delivery: Delivery
    end: End | None

    @property
    def tries(self):
        """How often it was sent so far."""
        ended_by_answer = self.delivery.state in (State.SENT, State.FAILED)
        return self.delivery.attempts + ended_by_answer

    @property
    def is_open(self):
        return self.delivery.state in OPEN


def log_of(hook, user) -> list[LogLine]:
    """The last lines of a webhook's log, the newest first."""
    rows = list(hook.deliveries.order_by("-pk")[:SHOWN])
    ends = ends_for({row.record for row in rows if row.record}, user)
    return [LogLine(row, ends.get(row.record)) for row in rows]


def kinds_in_words(hook) -> list:
    """The names of the kinds of which it is told; [] of all."""
    known = {each.key for each in kinds()}
    return [kind(key).label_plural for key in hook.kinds if key in known]
