"""A developer's or newcomer's machine: `make run`."""

from .base import *  # noqa: F403

DEBUG = env.bool("DEBUG", default=False)  # noqa: F405
SECRET_KEY = SECRET_KEY or "only-for-development-on-this-machine"  # noqa: F405
ALLOWED_HOSTS = ["*"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PORTAL_DEMO_ALLOWED = True
# Demo accounts sign in at once; in production a mail confirms the address.
ACCOUNT_EMAIL_VERIFICATION = "none"
# No mail leaves this machine: they are files, which /my/notices/ shows to whom they are for.
MAIL_FOLDER = VAR_DIR / "mail"  # noqa: F405
MAILERS = {"default": {"BACKEND": "portal.notifications.mail_folder.FolderBackend", "OPTIONS": {"folder": MAIL_FOLDER}}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
