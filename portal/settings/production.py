"""A server that the public reaches: nothing runs without its secrets, all over HTTPS."""

from .base import *  # noqa: F403
from .mail import mailer

SECRET_KEY = env.str("SECRET_KEY")  # noqa: F405
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")  # noqa: F405
SITE_URL = WAGTAILADMIN_BASE_URL = env.str("SITE_URL")  # noqa: F405
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATABASES = {"default": {**database(env, VAR_DIR)}}  # noqa: F405
MAILERS = {"default": mailer(env.str("MAILER_URL"))}  # noqa: F405

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)  # noqa: F405
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)  # noqa: F405
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True
