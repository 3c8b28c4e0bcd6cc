"""What is done at its time without anybody asking, by `manage.py run_schedule`."""

import logging
import time
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import close_old_connections

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
TICK = 10

logger = logging.getLogger("portal.schedule")


@dataclass
class Job:
    """A management command that is run every so many seconds. Each may run at any time, also twice at once."""

    command: str
    every: int
    options: dict = field(default_factory=dict)
    due_at: float = 0

    def run(self, now):
        """Runs the command; its failure is logged and it is tried again at its next time."""
        self.due_at = now + self.every
        try:
            call_command(self.command, verbosity=0, **self.options)
        except Exception:
            logger.exception("a scheduled command failed", extra={"facts": {"command": self.command}})


def jobs():
    """What is done at its time, each due at once."""
    return [
        Job("send_mail_due", MINUTE),
        Job("send_digests", 5 * MINUTE),
        Job("publish_scheduled", 5 * MINUTE),
        Job("renew_freshness", DAY),
        Job("start_hand_overs", DAY),
        Job("ask_whether_true", DAY),
        Job("send_reminders", DAY),
        Job("answer_requests", DAY),
        Job("ask_what_came_of_it", DAY),
        Job("renew_matches", DAY),
        Job("tell_of_agreements", DAY),
        Job("renew_events", HOUR),
        Job("renew_actions", HOUR),
        Job("tell_followers", DAY),
        Job("harvest_catalogues", DAY),
        Job("send_webhooks", MINUTE),
        Job("compare_webhooks", DAY),
        Job("keep_retention", DAY),
        # It does nothing while the files are less than a day old and hold only what is public.
        Job("renew_offline", HOUR),
    ]


def run_due(waiting, now):
    """Runs the jobs that are due at `now` (monotonic seconds) and returns their commands."""
    due = [job for job in waiting if job.due_at <= now]
    for job in due:
        close_old_connections()
        job.run(now)
    return [job.command for job in due]


def run_for_ever():
    """Runs each job at its start and then at its times, until the process is ended."""
    waiting = jobs()
    while True:
        run_due(waiting, time.monotonic())
        time.sleep(TICK)
