"""Log lines: what happened and where, never who reads or what was typed."""

import json
import logging

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError
from django.test import Client

from portal.core.logs import JsonFormatter, request_id


def line(message="A sentence", *arguments, logger="portal", error=None, **extra):
    """One log record as the formatter writes it."""
    record = logging.LogRecord(logger, logging.INFO, __file__, 1, message, arguments, error and (None, error, None))
    record.__dict__.update(extra)
    return json.loads(JsonFormatter().format(record))


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_line_is_json_with_the_id_of_the_request():
    token = request_id.set("0123456789ab")
    written = line("Saved %s", "it", facts={"ms": 3})
    request_id.reset(token)

    assert written.pop("time").endswith("+00:00")
    assert written == {"level": "INFO", "logger": "portal", "message": "Saved it", "request": "0123456789ab", "ms": 3}


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("Mail to amal.n+x@example.org failed", "Mail to … failed"),
        ("From 192.0.2.17:443", "From …:443"),
        ("From 2001:db8::1:17 again", "From … again"),
        ("At /search/?q=somebody now", "At /search/… now"),
        ("At 12:30:15 all was well", "At 12:30:15 all was well"),
    ],
)
def test_addresses_of_people_and_queries_are_left_out(message, written):
    assert line(message)["message"] == written


@pytest.mark.parametrize(
    ("logger", "message", "arguments", "written"),
    [
        ("django.request", "%s: %s", ("Not Found", "/accounts/password/reset/key/secret/"), "Not Found"),
        ("django.security.DisallowedHost", "Invalid HTTP_HOST header: %r", ("evil",), "Invalid HTTP_HOST header: %r"),
        ("gunicorn.error", "Error handling request %s", ("/a?b=c",), "Error handling request %s"),
    ],
)
def test_what_was_asked_is_not_repeated(logger, message, arguments, written):
    assert line(message, *arguments, logger=logger)["message"] == written


def test_an_error_is_told_by_class_and_place():
    written = line(error=raised(IntegrityError("Key (email)=(amal@example.org) exists")))["errors"]

    assert [(each["error"], each["message"]) for each in written] == [("IntegrityError", "")]
    assert "test_logs.py" in written[0]["at"][0]


def test_an_error_of_the_code_keeps_its_message():
    written = line(error=raised(ImproperlyConfigured('Set "X" right')))["errors"]

    assert written[0]["message"] == "Set … right"


def test_the_errors_an_error_came_from_follow_it():
    error = IntegrityError("second")
    error.__cause__ = ValueError("first")

    assert [each["error"] for each in line(error=error)["errors"]] == ["IntegrityError", "ValueError"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "facts"),
    [
        ("/healthz?q=secret", {"method": "GET", "route": "home:healthz", "status": 200}),
        ("/no.such?q=secret", {"method": "GET", "route": "-", "status": 404}),
    ],
)
def test_each_request_is_one_line_with_its_route(caplog, address, facts):
    caplog.set_level(logging.INFO, "portal.requests")

    Client().get(address)

    [record] = [record for record in caplog.records if record.name == "portal.requests"]
    assert {name: value for name, value in record.facts.items() if name != "ms"} == facts
    assert "secret" not in JsonFormatter().format(record)


@pytest.mark.parametrize(("given", "is_kept"), [("a" * 32, True), ("A b\n", False), ("", False)])
def test_the_id_of_the_server_in_front_is_kept_when_it_is_one(caplog, given, is_kept):
    ids = []
    caplog.set_level(logging.INFO, "portal.requests")
    caplog.handler.addFilter(lambda record: ids.append(request_id.get()) or True)

    Client().get("/healthz", headers={"x-request-id": given})

    assert (given in ids) is is_kept
