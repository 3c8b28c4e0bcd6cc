"""JSON lines with the request's id: what happened and where in the code, never who reads or what was typed."""

import json
import logging
import re
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("request_id", default="-")

# Their messages repeat an address or a header as it was sent: a reset link, a query, a name.
ECHOING = ("django.request", "django.security")
PERSONAL = re.compile(
    r"""[\w.+-]+@[\w-]+(?:\.[\w-]+)+          # an e-mail address
    | \b(?:\d{1,3}\.){3}\d{1,3}\b             # an IPv4 address
    | (?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\w:])  # an IPv6 address
    | \?[^\s"']+                              # a query string
    """,
    re.VERBOSE | re.IGNORECASE,
)
QUOTED = re.compile(r'"[^"]*"')
# Errors whose messages name code, files and servers; those of others may hold a value that somebody typed.
TELLING = (
    "AttributeError",
    "ConnectionRefusedError",
    "FileNotFoundError",
    "ImportError",
    "ImproperlyConfigured",
    "ModuleNotFoundError",
    "NameError",
    "NoReverseMatch",
    "OperationalError",
    "PermissionError",
    "ProgrammingError",
    "TemplateDoesNotExist",
    "TemplateSyntaxError",
    "TypeError",
)


def json_lines(level="INFO"):
    """Settings of Python's logging whose only handler writes JSON lines on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "portal.core.logs.JsonFormatter"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": level},
    }


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, request, and where an error arose."""

    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
            "request": request_id.get(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["errors"] = [_error(error) for error in _chain(record.exc_info[1])]
        return json.dumps(line, ensure_ascii=False)


def _message(record):
    """The message without what people sent: for the loggers that repeat it, only its unfilled words."""
    if not record.name.startswith(ECHOING) and "request" not in str(record.msg):
        return PERSONAL.sub("…", record.getMessage())
    reason = record.args[0] if record.args and record.msg == "%s: %s" else ""
    return str(reason) or PERSONAL.sub("…", str(record.msg).replace(": %s", ""))


def _chain(error):
    """An error and those it came from, the last one first."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _error(error):
    """Class, places in the code and, where it holds no input, the message of an error."""
    name = type(error).__name__
    message = QUOTED.sub("…", PERSONAL.sub("…", str(error).partition("DETAIL:")[0])).strip()
    frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    return {"error": name, "message": message if name in TELLING else "", "at": frames}
