"""Logs are JSON lines, with the request's id and no personal data."""

from portal.core.logs import json_lines

LOGGERS = {
    # Django would mail whole requests to ADMINS, and print in DEBUG what the JSON line leaves out.
    "django": {"handlers": [], "propagate": True, "level": "INFO"},
    # Its lines name the titles of pages, also of those that few may know of.
    "wagtail": {"level": "WARNING"},
    # It quotes from files that are broken.
    "pypdf": {"level": "CRITICAL"},
    # They name characters of the text for which no font has a sign, and what its styles say.
    "weasyprint": {"level": "CRITICAL"},
    "fontTools": {"level": "CRITICAL"},
    # A line for each request to the search cluster; what goes wrong there, portal.search says.
    "elastic_transport": {"level": "ERROR"},
    # Two lines for each task that went well say nothing; a failed one is an error.
    "django.tasks": {"level": "WARNING"},
    "django_tasks": {"level": "WARNING"},
}


def logging(level="INFO"):
    """The LOGGING setting."""
    return {**json_lines(level), "loggers": LOGGERS}
