"""A thousand mails are due, their worker is killed fifty times, and the mail server refuses, delays and hangs up."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from portal.notifications.enums import ENDED, State
from portal.notifications.models import Notice
from portal.notifications.posting import tell
from portal.notifications.queries import unanswered
from portal.notifications.states import TRIED
from portal.users.models import User
from tests.notifications.smtp_server import DROP, SILENCE, STEPS, mail_server

MAILS, KILLS, SEED = 1_000, 50, 20_261_128
EVENT = "a-thousand"
IN_DOUBT = {DROP, SILENCE, 250}
ODD = {
    "MAIL": ((0.01, 421), (0.01, DROP)),
    "RCPT": ((0.03, 550), (0.05, 450)),
    "DATA": ((0.01, 451),),
    "body": ((0.02, DROP),),
    "end": ((0.03, DROP), (0.003, SILENCE), (0.02, 452), (0.01, 554)),
    "answered": ((0.02, DROP),),
}
"""By step, how often the server does what instead of what is usual."""


class Moods:
    """What the server does, by a seeded die; and at which step, for the how manieth time, it kills the worker."""

    def __init__(self):
        self.die = random.Random(SEED)
        self.lock = threading.Lock()
        self.left, self.victim, self.seen = None, None, Counter()

    def arm(self, step, times):
        self.victim = threading.Event()
        self.left = (step, times)

    def aim(self, process):
        self.process = process
        self.victim.set()

    def __call__(self, step, recipient):
        with self.lock:
            if self.left and self.left[0] == step:
                self.left = (step, self.left[1] - 1)
                if not self.left[1]:
                    self.left = None
                    self.victim.wait()
                    os.kill(self.process, signal.SIGKILL)
                    self.seen[step] += 1
                    return DROP
            thrown = self.die.random()
        for share, what in ODD.get(step, ()):
            if thrown < share:
                return what
            thrown -= share
        return None


def database_url():
    its = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{its['NAME']}"
    return f"postgres://{its['USER']}:{its['PASSWORD']}@{its['HOST']}:{its['PORT'] or 5432}/{its['NAME']}"


@contextmanager
def workers(mailers):
    """A function that starts a worker and returns its exit status; it calls `aim` with the number of its process."""
    environment = {**os.environ, "TEST_DATABASE_URL": database_url(), "LOG_LEVEL": "CRITICAL"}
    command = [sys.executable, "-m", "tests.notifications.workers", json.dumps(mailers)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, text=True, **pipes) as process:
        assert process.stdout.readline() == "ready\n"

        def work(aim=lambda number: None):
            process.stdin.write("go\n")
            process.stdin.flush()
            aim(int(process.stdout.readline()))
            return int(process.stdout.readline())

        try:
            yield work
        finally:
            process.stdin.close()


def let_time_pass():
    """What waits for its pause, or was left by a killed worker, is due; returns how many that are."""
    waiting = Notice.objects.filter(state__in=TRIED, next_try_at__isnull=False)
    return waiting.update(next_try_at=timezone.now())


@pytest.fixture
def thousand(transactional_db, settings):
    """A thousand people are told of one event."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    users = [User(email=f"person-{number}@example.org") for number in range(MAILS)]
    User.objects.bulk_create(users)
    assert tell(kind="try_must", event=EVENT, people=User.objects.filter(email__startswith="person-")) == MAILS
    return dict(Notice.objects.values_list("message_id", "user__email"))


def after_doubt(ends):
    """What came after the first end of DATA of which the worker may not know what came of it."""
    return next((ends[number:] for number, end in enumerate(ends, 1) if end in IN_DOUBT), [])


def test_each_mail_goes_out_once_whatever_is_killed(thousand):
    moods, sent_at_kill = Moods(), {}
    with mail_server(moods) as server, workers(server.mailer) as work:
        while sum(moods.seen.values()) < KILLS:
            moods.arm(moods.die.choice(STEPS), moods.die.randint(1, 15))
            work(moods.aim)
            sent = Notice.objects.filter(state=State.SENT).values_list("message_id", flat=True)
            sent_at_kill |= {each: len(server.ends[each]) for each in sent if each not in sent_at_kill}
            assert let_time_pass(), "too few mails for so many kills"
        moods.left = None
        while let_time_pass():
            assert work() == 0
    rows = {row.message_id: row for row in Notice.objects.filter(event=EVENT)}

    # One row and one Message-ID for each person, and none that was not written beforehand.
    assert {key: row.recipient for key, row in rows.items()} == thousand
    assert set(server.ends) <= set(thousand)
    # After a 250 that the worker went on from, or had noted, never again.
    assert {each: len(server.ends[each]) for each in server.settled} == server.settled
    assert {each: len(server.ends[each]) for each in sent_at_kill} == sent_at_kill
    # Where the end of DATA was not answered, or nobody lived to hear it: repeated at most once, and listed.
    in_doubt = {key: after_doubt(ends) for key, ends in server.ends.items() if key not in server.settled}
    assert max(len(repeated) for repeated in in_doubt.values()) == 1
    assert {key for key, repeated in in_doubt.items() if repeated} <= {row.message_id for row in unanswered()}
    # All found an end; most got their mail.
    assert {row.state for row in rows.values()} <= {*ENDED, State.UNANSWERED}
    assert {row.message_id for row in rows.values() if row.state == State.SENT} <= set(server.ends)
    assert all(moods.seen[step] for step in STEPS)
    assert sum(row.state == State.SENT for row in rows.values()) > MAILS * 0.85
