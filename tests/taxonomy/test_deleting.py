"""A term in use cannot vanish."""

import pytest
from django.db import transaction

from portal.taxonomy.errors import TermInUse
from portal.taxonomy.models import Sector
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record
from tests.factories.taxonomy import DataKindFactory, SectorFactory
from tests.taxonomy.found import pks

pytestmark = pytest.mark.django_db


def test_an_unused_term_may_go():
    term = SectorFactory()

    term.delete()

    assert not Sector.objects.filter(key=term.key).exists()


def test_a_term_of_a_many_to_many_field_is_not_deleted():
    term = SectorFactory()
    page = make_record(sectors=[term])

    with pytest.raises(TermInUse, match="is in use and cannot be deleted") as caught, transaction.atomic():
        term.delete()

    assert caught.value.uses == {"entries": 1, "drafts": 1}
    assert pks(page.sectors.all()) == {term.pk}


def test_a_queryset_with_one_used_term_deletes_none():
    unused, used = SectorFactory(), SectorFactory()
    OrganisationFactory().sectors.add(used)

    with pytest.raises(TermInUse, match=r"organisations \(1\)\. Replace it by another term instead\."):
        Sector.objects.filter(pk__in=[unused.pk, used.pk]).delete()

    assert pks(Sector.objects.filter(pk__in=[unused.pk, used.pk])) == {unused.pk, used.pk}


def test_a_term_that_only_a_draft_has_is_not_deleted():
    term = SectorFactory()
    page = make_record()
    page.sectors.add(term)
    page.save_revision()

    with pytest.raises(TermInUse) as caught:
        term.delete()

    assert caught.value.uses == {"drafts": 1}


def test_a_broader_term_is_not_deleted():
    term = DataKindFactory()
    DataKindFactory(parent=term)

    with pytest.raises(TermInUse):
        term.delete()
