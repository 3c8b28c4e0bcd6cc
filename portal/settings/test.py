"""The test suite: SQLite file, or the PostgreSQL that TEST_DATABASE_URL names."""

import os

from .base import *  # noqa: F403

PORTAL_DEMO_ALLOWED = True
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# What is made once for all processes of the suite (tests/made.py).
MADE_DIR = VAR_DIR / "test" / "made"  # noqa: F405
# Each process of the suite has a folder of its own.
VAR_DIR = VAR_DIR / "test" / os.environ.get("PYTEST_XDIST_WORKER", "")  # noqa: F405
VAR_DIR.mkdir(parents=True, exist_ok=True)
DATABASES = {"default": database(env, VAR_DIR, "TEST_DATABASE_URL")}  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that --reuse-db saves the migrations: most of the time of a short run.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
MEDIA_ROOT = VAR_DIR / "private"
PRINTED_DIR = VAR_DIR / "printed"
OFFLINE_DIR = VAR_DIR / "offline"
# The sweeps ask for hundreds of files from one address; tests/proceedings/test_files.py sets the limit that it tries.
ACCOUNT_RATE_LIMITS = {**ACCOUNT_RATE_LIMITS, "proceedings_file": None}  # noqa: F405
API_REQUESTS_A_MINUTE = {"visitor": 1_000_000, "token": 1_000_000}
# tests/engines ask each engine in turn.
SEARCH_ENGINE = "database"
ELASTICSEARCH_INDEX = f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}-{os.getpid()}"
ELASTICSEARCH_TIMEOUT = 30.0
ERASED_LIST = VAR_DIR / "erased.jsonl"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
TASKS = {"default": {"BACKEND": "tests.upkeep.AtOnce"}}
