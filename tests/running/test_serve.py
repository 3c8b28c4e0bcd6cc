"""`python -m portal.core.serve` for real: processes, a port, a database of its own, and how it ends."""

import http.client
import json
import os
import re
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest
from django.conf import settings

ANSWERS = re.compile(r"The portal answers at http://127\.0\.0\.1:(\d+)/")
PATIENCE = 300
"""Seconds after which a portal that has not started, or not stopped, is killed: then its test fails."""


class Served:
    """A running `serve` with what it printed."""

    def __init__(self, folder, port):
        environment = {**os.environ, "PORT": str(port), "PORTAL_VAR": str(folder), "PYTHONWARNINGS": "ignore"}
        for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "SITE_URL"):
            environment.pop(name, None)
        self.port = port
        self.lines = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "portal.core.serve"],
            cwd=settings.BASE_DIR, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.watchdog = threading.Timer(PATIENCE, self.process.kill)
        self.watchdog.start()

    @property
    def output(self):
        return "".join(self.lines)

    def read_to(self, pattern):
        """Reads its output to a line that matches."""
        for line in self.process.stdout:
            self.lines.append(line)
            if re.search(pattern, line):
                return self
        raise AssertionError(f"it ended before it said {pattern!r}:\n{self.output}")

    def get(self, address):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, body

    def end(self, number=None):
        """Its exit code, after a signal."""
        if number:
            self.process.send_signal(number)
        with self.process.stdout as rest:
            self.lines += rest
        self.watchdog.cancel()
        return self.process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def processes_under(pid):
    """The processes that a process started, by what Linux says, each with its command."""
    answer = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True)
    return [line.split(maxsplit=1) for line in answer.stdout.splitlines()]


def is_running(pid):
    """Whether there is such a process, other than one that only waits to be collected."""
    answer = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return answer.stdout.strip()[:1] not in ("", "Z")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One PORTAL_VAR for all starts of this file: the first one makes the database."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture
def served(folder):
    portal = Served(folder, free_port())
    yield portal.read_to(ANSWERS).read_to("administrator")
    if portal.process.returncode is None:
        portal.end(signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_and_stops_without_a_trace(served, number):
    status, body = served.get("/")
    ready, parts = served.get("/readyz")
    children = processes_under(served.process.pid)

    assert served.end(number) == 0
    assert status == 200
    assert "<h1" in body
    assert (ready, set(json.loads(parts).values())) == (200, {"ok"})
    assert "Traceback" not in served.output
    assert len(children) == 2
    assert [command for pid, command in children if is_running(pid)] == []


@pytest.mark.parametrize("command", ["gunicorn", "run_worker"])
def test_it_ends_with_a_child_that_ended(served, command):
    [pid] = [int(pid) for pid, arguments in processes_under(served.process.pid) if command in arguments]

    os.kill(pid, signal.SIGKILL)

    assert served.end() == 128 + signal.SIGKILL
    assert "ended by itself with exit code 137; so the portal stops." in served.output


def test_nothing_is_left_of_it_when_it_is_killed(served):
    children = [os.pidfd_open(int(pid)) for pid, _ in processes_under(served.process.pid)]

    assert served.end(signal.SIGKILL) == -signal.SIGKILL
    # A descriptor of a process can be read from when the process has ended.
    assert [select.select([child], [], [], PATIENCE)[0] for child in children] == [[child] for child in children]
    for child in children:
        os.close(child)


def test_a_port_in_use_is_told_in_words(folder):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        portal = Served(folder, port)

        assert portal.end() == 1
    assert portal.output == f"Port {port} is in use. Choose another one: PORT={port + 1} make run\n"


def test_a_first_start_that_was_cut_off_can_be_repeated(tmp_path):
    portal = Served(tmp_path, free_port()).read_to("Preparing the database")

    assert portal.end(signal.SIGINT) == 0
    assert "Traceback" not in portal.output
    with closing(sqlite3.connect(tmp_path / "portal.sqlite3")) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == []
