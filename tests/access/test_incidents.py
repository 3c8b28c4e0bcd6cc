"""Reporting and closing an incident: by whom, once, in words; kept for its time."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import AuditEntry, Incident
from portal.access.services import ChangedMeanwhile, close_incident, report_incident, withdraw_record
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return OrganisationFactory()


@pytest.fixture
def identity(owner):
    page = make_record()
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    return page.identity


def report(identity, by, words="It was in a list."):
    return report_incident(identity=identity, by=by, what_happened=words, seen=[])


def test_exactly_the_chain_reports_before_and_after_it_is_withdrawn(identity, owner):
    may = [editor(), member_of(owner, focal_point=True)]
    may_not = [member_of(owner), member_of(OrganisationFactory(), focal_point=True), None]

    for is_withdrawn in (False, True):
        if is_withdrawn:
            withdraw_record(identity=identity, by=may[0])
        for by in may_not:
            with pytest.raises(PermissionDenied):
                report(identity, by)
        for by in may:
            with transaction.atomic():
                assert report(identity, by).reported_by == by
                transaction.set_rollback(True)
    assert not Incident.objects.exists()


def test_the_log_keeps_its_number_and_none_of_its_words(identity):
    before = AuditEntry.objects.latest("pk").pk
    incident = report(identity, editor(), "A name was in a list.")
    close_incident(incident=incident, by=editor(), what_was_done="Another name was called.", seen=[])

    told = AuditEntry.objects.filter(pk__gt=before, identity=identity).order_by("pk")
    assert [each.action for each in told] == ["withdrawn", "incident reported", "incident closed"]
    assert [each.detail.get("incident") for each in told] == [None, incident.pk, incident.pk]
    assert "name" not in str([each.detail for each in told])


def test_it_takes_words_and_one_is_open_at_a_time(identity):
    by = editor()
    with pytest.raises(ValidationError):
        report(identity, by, "  ")
    incident = report(identity, by)
    with pytest.raises(ChangedMeanwhile):
        report(identity, by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.create(
            identity=identity, code=identity.code, what_happened="x", listed_to="public", details_to="public",
            withdrawn_at=timezone.now(),
        )  # fmt: skip
    with pytest.raises(ValidationError):
        close_incident(incident=incident, by=by, what_was_done=" ", seen=[])
    with pytest.raises(PermissionDenied):
        close_incident(incident=incident, by=member_of(), what_was_done="All were called.", seen=[])

    close_incident(incident=incident, by=by, what_was_done="All were called.", seen=[])

    with pytest.raises(ChangedMeanwhile):
        close_incident(incident=incident, by=by, what_was_done="Once more.", seen=[])
    assert report(identity, by).pk != incident.pk


def test_it_outlives_the_log_of_reads_and_goes_five_years_after_its_end(identity):
    by = editor()
    old = close_incident(incident=report(identity, by), by=by, what_was_done="Done.", seen=[])
    Incident.objects.filter(pk=old.pk).update(closed_at=timezone.now() - timedelta(days=1827))
    young = close_incident(incident=report(identity, by), by=by, what_was_done="Done.", seen=[])
    Incident.objects.filter(pk=young.pk).update(closed_at=timezone.now() - timedelta(days=1825))
    waiting = report(identity, by)
    Incident.objects.filter(pk=waiting.pk).update(reported_at=timezone.now() - timedelta(days=4000))

    call_command("keep_retention", verbosity=0)

    assert set(Incident.objects.all()) == {young, waiting}
