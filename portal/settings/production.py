"""A server that the public reaches: nothing runs without its secrets, all over HTTPS."""

import os

from .base import *  # noqa: F403
from .mail import mailer
from .required import check_required

check_required(os.environ)

CSRF_TRUSTED_ORIGINS = [SITE_URL]  # noqa: F405
MAILERS = {"default": mailer(env.str("MAILER_URL"))}  # noqa: F405
CACHES["default"] = {  # noqa: F405
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "portal_cache",
    # Beyond it Django drops a third of all keys, the counters of sign-in limits among them.
    "OPTIONS": {"MAX_ENTRIES": 100_000},
}

# The proxy in front ends TLS. It must set both headers itself, whatever the client sent (portal/deploy/nginx.conf).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)  # noqa: F405
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)  # noqa: F405
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)  # noqa: F405
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True

# __Host-: only over HTTPS, only this host, only the whole of it; a neighbouring subdomain cannot set it.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
