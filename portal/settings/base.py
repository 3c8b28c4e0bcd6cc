"""What production needs; fails without its secrets. `dev` and `test` relax it."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from .accounts import *  # noqa: F403
from .csp import *  # noqa: F403
from .database import database
from .harvest import *  # noqa: F403
from .logging import logging
from .oidc import providers
from .outside import *  # noqa: F403
from .page_cache import *  # noqa: F403
from .search import *  # noqa: F403
from .tasks import *  # noqa: F403

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(env.str("PORTAL_VAR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = SITE_URL
DATABASES = {"default": database(env, VAR_DIR)}
# Sign-in limits must hold over all processes of a server: production keeps them in the database.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}, "pages": PAGE_CACHE}  # noqa: F405
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # Rightmost rooms first, so that their templates and commands win over those to their left. Among the kinds it is
    # the order in which the portal names them (records.registry.kinds).
    "portal.api",
    "portal.harvest",
    "portal.offline",
    "portal.webhooks",
    "portal.transfer",
    "portal.backup",
    "portal.home",
    "portal.desk",
    "practices.exchange",
    "practices.coverage",
    "practices.platforms",
    "practices.agreements",
    "practices",
    "practices.needs",
    "practices.requests",
    "practices.partnerships",
    "practices.holdings",
    "case_studies",
    "events",
    "events.outputs",
    "events.actions",
    "events.attending",
    "events.capture",
    "events.proceedings",
    "portal.community",
    "portal.notifications",
    "portal.linkage",
    "portal.search",
    "portal.records",
    "portal.access",
    "portal.directory",
    "portal.taxonomy",
    "portal.media",
    "portal.users",
    "portal.core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    # How long ago, in allauth's lists of keys and sessions.
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    # Templates of form fields, which TemplatesSetting looks for among the apps.
    "django.forms",
]

MIDDLEWARE = [
    "portal.core.middleware.request_id",
    "portal.records.reads.audit_log",
    "portal.search.counting.count_searches",
    "portal.api.door.door",
    "django.middleware.security.SecurityMiddleware",
    "portal.core.middleware.readable_requests",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "portal.core.middleware.same_absence",
    "portal.core.middleware.admin_script_nonces",
    "portal.core.kept_pages.kept_pages",
    "portal.core.middleware.cache_rules",
    "portal.taxonomy.tree.held_while_reading",
    "portal.core.page_paths.roots_held_while_reading",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.access.second_factor.second_factor_first",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.home.navigation.navigation",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "portal.core.templatetags.portal",
                "portal.core.templatetags.kept_parts",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

AUTH_USER_MODEL = "users.User"
# allauth alone: a second backend would be a second door (docs/decisions/0003).
AUTHENTICATION_BACKENDS = ["portal.users.backends.OneDoor"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
# What waits for a person, unless they were on their way elsewhere.
LOGIN_REDIRECT_URL = "my:home"
LOGOUT_REDIRECT_URL = "/"

SOCIALACCOUNT_PROVIDERS = providers(env)

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("fr", _("French")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
USE_I18N = USE_TZ = WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "portal" / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Originals, documents and renditions are private: no MEDIA_URL is mounted, records/files.py serves them.
MEDIA_URL = "/files/"
MEDIA_ROOT = VAR_DIR / "private"
# Files of published proceedings that were made once. They can be made again: no backup holds them.
PRINTED_DIR = VAR_DIR / "printed"
# The portal to take along, as it was made last (portal/offline); what everyone may read, and made again each day.
OFFLINE_DIR = Path(env.str("OFFLINE_DIR", default=str(VAR_DIR / "offline")))
# Outside database and backups, so that it survives a restore (docs/decisions/0014).
ERASED_LIST = VAR_DIR / "erased.jsonl"
STORAGES = {
    "default": {"BACKEND": "portal.media.storage.PrivateStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")
# Requests a minute to the interface for programs: of a visitor's network, of a token.
API_REQUESTS_A_MINUTE = {"visitor": 120, "token": 600}
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
# Where mails are files, which /my/notices/ shows to whom they are for: on a developer's machine only.
MAIL_FOLDER = None

LOGGING = logging(env.str("LOG_LEVEL", default="INFO"))
# Kept in the session: a visitor's page sets no cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "portal.core.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# The role mailbox of the team, on the page about the community; without it that page leads to the form to join.
SITE_CONTACT = env.str("SITE_CONTACT", default="")
# An address or mailto: of who answers for security, in /.well-known/security.txt; without it there is no such file.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")

# Demo accounts have a password that everybody knows (load_demo).
PORTAL_DEMO_ALLOWED = False

WAGTAIL_SITE_NAME = "Mine Action Information Management"
WAGTAILIMAGES_IMAGE_MODEL = "media.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.PortalDocument"
# Each of the following closes a leak that is described in docs/decisions/0003.
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
# A translation is a draft of its own, written and reviewed as any; none follows its source.
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "simple"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.records.linter.upload_forms.DocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.records.linter.upload_forms.ImageForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_AUTOSAVE_INTERVAL = 10_000
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.records.publishing.publish_reviewed"
# A translation begins as a draft, not live with nothing translated.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TAGGIT_CASE_INSENSITIVE = True
