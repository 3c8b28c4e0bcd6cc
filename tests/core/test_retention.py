"""How long what is about people is kept: stated by the apps, shown to operators, kept by one job."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.core.retention import keep_retention, retentions

DOCUMENTED = re.compile(r"^\| (.+?) \| (\d+) \|$", re.MULTILINE)


def test_operators_are_shown_the_same_times():
    text = (settings.BASE_DIR / "docs" / "operations.md").read_text()
    table = text.partition("## Retention")[2].partition("\n## ")[0]

    assert {what: int(days) for what, days in DOCUMENTED.findall(table)} == {
        each.what: each.days for each in retentions()
    }


def test_each_time_is_of_days():
    assert all(each.days > 0 for each in retentions())


@pytest.mark.django_db
def test_sessions_go_a_day_after_their_end():
    now = timezone.now()
    for key, ended in {"old": timedelta(days=2), "ended": timedelta(hours=1), "open": timedelta(days=-1)}.items():
        Session.objects.create(session_key=key, session_data="", expire_date=now - ended)

    assert dict(keep_retention())["Sessions, after their end"] == 1
    assert set(Session.objects.values_list("session_key", flat=True)) == {"ended", "open"}


@pytest.mark.django_db
def test_tasks_that_wait_are_not_taken_away():
    now = timezone.now()
    for status, days in (("SUCCESSFUL", 15), ("SUCCESSFUL", 13), ("FAILED", 15), ("READY", 99)):
        finished = None if status == "READY" else now - timedelta(days=days)
        DBTaskResult.objects.create(
            task_path="x", args_kwargs={"args": [], "kwargs": {}}, status=status, finished_at=finished,
            backend_name="default", exception_class_path="", traceback="",
        )  # fmt: skip
    call_command("keep_retention", verbosity=0)

    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]


@pytest.mark.django_db
def test_ended_counters_of_limits_go(settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "portal_cache"},
        "pages": settings.CACHES["pages"],
    }
    call_command("createcachetable", verbosity=0)
    caches["default"].set("ended", 1, timeout=1)
    caches["default"].set("open", 1, timeout=3 * 86_400)
    counts = dict(keep_retention(timezone.now() + timedelta(days=2)))

    assert counts["Counters of the limits on sign-in, after their end"] == 1
    assert caches["default"].get("open") == 1


@pytest.mark.django_db
def test_it_says_what_it_took_away_and_nothing_twice():
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - timedelta(days=9))
    first, second = StringIO(), StringIO()
    call_command("keep_retention", stdout=first)
    call_command("keep_retention", stdout=second)

    assert (first.getvalue(), second.getvalue()) == ("Sessions, after their end: 1\n", "")
