"""The admin's page on which a term is replaced."""

from html import unescape

import pytest
from django.db import connection

from case_studies.models import CaseStudyBarrier
from portal.taxonomy.models import BarrierKind, Sector, Sensitivity
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record
from tests.factories.taxonomy import BarrierKindFactory, SectorFactory
from tests.taxonomy.admin_pages import address, page

pytestmark = pytest.mark.django_db


def test_replacing_says_what_will_be_retagged_and_does_it(admin):
    old, new = SectorFactory(), SectorFactory()
    OrganisationFactory().sectors.add(old)
    where = address(Sector, "replace", old.pk)

    assert where in page(admin, Sector, "list")
    assert where in page(admin, Sector, "edit", old.pk)
    form = page(admin, Sector, "replace", old.pk)
    assert "1 place will be retagged" in form
    assert "Organisations" in form
    assert f'<option value="{old.pk}">' not in form
    response = admin.post(where, {"by_term": new.pk}, follow=True)

    assert response.redirect_chain == [(address(Sector, "list"), 302)]
    assert f"“{old}” was replaced by “{new}” in 1 place." in unescape(response.content.decode())
    assert Sector.objects.get(pk=old.pk).replaced_by == new
    assert where not in page(admin, Sector, "list")
    assert admin.get(where).status_code == 404


def test_an_unused_term_says_so(admin):
    assert "nothing will be retagged" in page(admin, Sector, "replace", SectorFactory().pk)


def test_replacing_needs_a_choice(admin):
    old = SectorFactory()

    response = admin.post(address(Sector, "replace", old.pk), {"by_term": ""})

    assert response.status_code == 200
    assert Sector.objects.get(pk=old.pk).replaced_by is None


def test_a_replacement_that_rows_forbid_is_explained(admin):
    old, new = BarrierKindFactory(), BarrierKindFactory()
    make_record(barriers=[CaseStudyBarrier(kind=kind, text="No format") for kind in (old, new)])
    with connection.cursor() as cursor:
        # No kind of record has such a rule yet.
        cursor.execute("CREATE UNIQUE INDEX kind_once ON case_studies_casestudybarrier (case_study_id, kind_id)")

    response = admin.post(address(BarrierKind, "replace", old.pk), {"by_term": new.pk})

    assert response.context["form"].errors == {
        "by_term": ["Some case studies have both, and only one of them is allowed there. Remove one of the two first."]
    }
    assert BarrierKind.objects.get(pk=old.pk).replaced_by is None


def test_what_code_knows_is_not_replaced(admin):
    term = Sensitivity.objects.get(key="low")

    assert admin.get(address(Sensitivity, "replace", term.pk)).status_code == 404
    assert "/replace/" not in page(admin, Sensitivity, "list")
