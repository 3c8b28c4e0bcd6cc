"""How long the audit log keeps which lines."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.models import AuditEntry
from portal.access.services import READ, REFUSED, log
from portal.core.retention import keep_retention


@pytest.mark.django_db
def test_reads_stay_two_years_refusals_ninety_days_and_changes_for_ever():
    for action, days in ((READ, 731), (READ, 729), (REFUSED, 91), (REFUSED, 89), ("restricted", 9_999)):
        entry = log(action, days=days)
        AuditEntry.objects.filter(pk=entry.pk).update(at=timezone.now() - timedelta(days=days))
    keep_retention()

    assert set(AuditEntry.objects.values_list("action", "detail__days")) == {
        (READ, 729), (REFUSED, 89), ("restricted", 9_999),
    }  # fmt: skip
