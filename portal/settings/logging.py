"""Logs are JSON lines on standard output, with the request's id and no personal data."""


def logging(level="INFO"):
    """A LOGGING setting whose only handler writes JSON lines."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "portal.core.logs.JsonFormatter"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": level},
    }
