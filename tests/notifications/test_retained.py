"""How long the outbox keeps what it has done with."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.core.retention import keep_retention
from portal.notifications.enums import State
from portal.notifications.models import Notice


@pytest.mark.django_db
def test_mails_go_a_year_after_they_were_sent_and_never_while_they_are_due():
    now = timezone.now()
    for event, days in (("old", 366), ("new", 364), ("due", None)):
        ended = days and {"state": State.SENT, "ended_at": now - timedelta(days=days)}
        Notice.objects.create(kind="x", event=event, address="a@example.org", **(ended or {}))
    keep_retention()

    assert set(Notice.objects.values_list("event", flat=True)) == {"new", "due"}
