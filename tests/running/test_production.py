"""The settings of production, each time in a process of its own: they read the environment once."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

OWN_KEY = "7mVq2ZrT9xKcW4bN8hLsD3fJ6pYgA1eRuQoXiM5tBvCkHzSwEn"
REQUIRED = {"SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "MAILER_URL", "DEFAULT_FROM_EMAIL"}
PRINT_SETTINGS = """
import django; django.setup()
from django.conf import settings
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_SECURE,
      settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS, settings.PORTAL_DEMO_ALLOWED, settings.DEBUG,
      settings.MAILERS["default"]["OPTIONS"]["use_tls"], settings.CACHES["default"]["BACKEND"].split(".")[-1],
      settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"])
"""


def variables_of_example():
    lines = (settings.BASE_DIR / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.fixture
def example(tmp_path):
    """The variables of .env.example, with a key of one's own and a database that needs no server."""
    return {
        **variables_of_example(),
        "SECRET_KEY": OWN_KEY,
        "DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3",
        "PORTAL_VAR": str(tmp_path),
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    }


def python(environment, *arguments):
    return subprocess.run(
        [sys.executable, *arguments], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True
    )


def test_the_example_passes_every_check_of_deployment(example):
    answer = python(example, "-W", "ignore", "manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""


def test_the_example_is_safe(example):
    answer = python(example, "-c", PRINT_SETTINGS)

    expected = "__Host-session __Host-csrf True True 31536000 False False True DatabaseCache 100000"
    assert answer.stdout.split() == expected.split(), answer.stderr


def test_the_example_does_not_start_as_it_stands(example):
    answer = python({**example, **variables_of_example()}, "manage.py", "check")

    last = answer.stderr.partition("The portal cannot start in production:\n")[2]
    assert {line.split()[0] for line in last.splitlines() if line} == {"SECRET_KEY", "DATABASE_URL"}


def test_everything_that_is_missing_is_named_at_once(example):
    for name in REQUIRED:
        del example[name]

    last = python(example, "manage.py", "check").stderr.partition("The portal cannot start in production:\n")[2]

    assert {line.split(" is missing: ")[0] for line in last.splitlines() if line} == REQUIRED


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", f"replace-this-{OWN_KEY}", "SECRET_KEY is the one of the example"),
        ("SECRET_KEY", "short", "SECRET_KEY is too easy to guess"),
        ("SECRET_KEY", "a" * 80, "SECRET_KEY is too easy to guess"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS may not contain *"),
        ("SITE_URL", "http://portal.example.org", "SITE_URL must begin with https://"),
        ("SITE_URL", "https://portal.example.org/", "SITE_URL must begin with https://"),
        ("MAILER_URL", "carrier-pigeon://", "MAILER_URL: 'carrier-pigeon' is not one of"),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_in_words(example, name, value, sentence):
    answer = python({**example, name: value}, "manage.py", "check")

    assert answer.returncode != 0
    assert sentence in answer.stderr
