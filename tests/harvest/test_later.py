"""What changes here between two runs: terms that are replaced, organisations that are merged, old reports."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.core.retention import keep_retention
from portal.harvest.models import HarvestRun
from portal.records.merging import merge_organisations
from portal.taxonomy.models import Licence
from tests.factories.people import OrganisationFactory, UserFactory
from tests.harvest.answers import bring, draft, entry, package, search

pytestmark = pytest.mark.django_db


def test_an_organisation_that_was_merged_is_no_edit():
    double = OrganisationFactory(name_en="Example Action")
    bring(search(package()))
    kept = OrganisationFactory(name_en="Example Action International")
    merge_organisations(keep=kept, drop=double, by=UserFactory(is_superuser=True), reason="They are one.")
    OrganisationFactory(name_en="Ministry of X")

    run = bring(search(package(dataset_source="Ministry of X")))

    assert run.report["kept"] == []
    assert {(row.organisation.name_en, row.role.key) for row in draft().organisations.all()} == {
        ("Ministry of X", "data_owner"),
        ("Example Action International", "data_provider"),
    }


def test_a_term_that_was_replaced_is_no_edit():
    bring(search(package()))
    old, new = (Licence.objects.get(key=key) for key in ("cc_by_3_0_igo", "cc_by_4_0"))
    Licence.objects.filter(pk=old.pk).update(replaced_by=new, valid_until=timezone.localdate() - timedelta(days=1))
    old.refresh_from_db()
    old.save()
    entry().current_workflow_state.cancel()
    page = draft()
    page.data_licence = new
    page.save_revision()

    run = bring(search(package(license_id="cc-zero")))

    assert (run.report["kept"], draft().data_licence.key) == ([], "cc0_1_0")


def test_old_reports_go():
    bring(search(package()))
    HarvestRun.objects.update(began_at=timezone.now() - timedelta(days=401))

    keep_retention()

    assert not HarvestRun.objects.exists()
