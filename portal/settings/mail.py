"""One MAILER_URL, for example smtp+tls://user:password@mail.example.org:587 or console://."""

from urllib.parse import unquote, urlsplit

SMTP = "django.core.mail.backends.smtp.EmailBackend"
CONSOLE = "django.core.mail.backends.console.EmailBackend"
TIMEOUT = 60
"""Seconds for each answer of the mail server; a worker waits no longer (portal/notifications/states.py)."""
SCHEMES = {"smtp": {}, "smtp+tls": {"use_tls": True}, "smtp+ssl": {"use_ssl": True}}


def mailer(url):
    """One entry of MAILERS; raises ValueError for a scheme that is none of console, smtp, smtp+tls, smtp+ssl."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return {"BACKEND": CONSOLE}
    if parts.scheme not in SCHEMES:
        raise ValueError(f"MAILER_URL: {parts.scheme!r} is not one of console, {', '.join(SCHEMES)}")
    options = {"host": parts.hostname, "port": parts.port or 25, "timeout": TIMEOUT, **SCHEMES[parts.scheme]}
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    return {"BACKEND": SMTP, "OPTIONS": options}
