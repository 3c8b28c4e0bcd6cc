"""What is done at its time, and whether the container's web server is alive."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core.management import get_commands

from portal.core.probe import is_alive
from portal.core.schedule import DAY, Job, jobs, run_due


def test_every_planned_command_exists():
    assert {job.command for job in jobs()} <= set(get_commands())


@pytest.mark.django_db
def test_each_planned_command_runs():
    planned = jobs()

    assert run_due(planned, now=1_000) == [job.command for job in planned]
    assert [job.due_at for job in planned] == [1_000 + job.every for job in planned]


@pytest.mark.django_db
def test_nothing_runs_before_its_time():
    job = Job("clearsessions", DAY)

    assert [run_due([job], now) for now in (0, DAY - 1, DAY)] == [["clearsessions"], [], ["clearsessions"]]


@pytest.mark.django_db
def test_a_command_that_fails_is_logged_and_tried_again(caplog):
    job = Job("no_such_command", DAY)

    assert run_due([job], now=0) == ["no_such_command"]
    assert job.due_at == DAY
    assert [record.facts for record in caplog.records] == [{"command": "no_such_command"}]


class Named(BaseHTTPRequestHandler):
    """A server that answers to one name."""

    def do_GET(self):
        self.send_response(200 if self.headers["Host"] == "portal.example.org" else 400)
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def bind():
    server = HTTPServer(("127.0.0.1", 0), Named)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"0.0.0.0:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_that_answers_to_its_name_is_alive(bind):
    assert is_alive(bind, "portal.example.org")
    assert not is_alive(bind, "other.example.org")


def test_no_server_is_not_alive():
    assert not is_alive("127.0.0.1:1", "portal.example.org")
