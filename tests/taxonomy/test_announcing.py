"""A changed term tells who shows it, and nobody else."""

import pytest

from case_studies.models import CaseStudyBarrier, CaseStudyPage
from portal.records.models import RecordPage
from portal.taxonomy.models import BarrierKind, Country, Region, Sector
from portal.taxonomy.services import replace_term, save_term
from tests.factories.records import make_record
from tests.factories.taxonomy import BarrierKindFactory, CountryFactory, DataKindFactory, SectorFactory

pytestmark = pytest.mark.django_db


def test_a_replacement_tells_who_had_the_term(told):
    old, new = BarrierKindFactory(), BarrierKindFactory()
    page = make_record(barriers=[CaseStudyBarrier(kind=old, text="No format")])
    make_record(barriers=[CaseStudyBarrier(kind=new, text="No format")])

    replace_term(term=old, by_term=new)

    assert told == [
        {
            "model": BarrierKind,
            "keys": frozenset([old.key]),
            "users": {CaseStudyPage: frozenset([page.pk])},
            "replaced_by": new.key,
            "by": None,
        }
    ]


def test_a_new_label_tells_the_users_of_narrower_terms_too(told):
    broad = DataKindFactory()
    narrow = DataKindFactory(parent=broad)
    page = make_record(data_kinds=[narrow])
    make_record(data_kinds=[DataKindFactory()])
    broad.label_fr = "Autrement"

    save_term(term=broad)

    (change,) = told
    assert change["keys"] == {broad.key}
    assert change["users"] == {RecordPage: {page.pk}}
    assert change["replaced_by"] == ""


def test_a_new_label_of_a_region_tells_what_concerns_its_countries(told):
    region = Region.objects.get(key="m49_014")
    country = CountryFactory(region=region)
    page = make_record(countries=[country])
    Country.objects.filter(region=region).exclude(pk=country.pk).update(region=None)
    region.label_en = "East Africa"

    save_term(term=region)

    assert [change["users"] for change in told] == [{RecordPage: {page.pk}}]


def test_a_new_order_or_source_tells_nobody(told):
    term = SectorFactory()
    term.sort_order, term.source, term.description = 7, "A source", "A sentence"

    save_term(term=term)

    assert told == []
    assert Sector.objects.get(pk=term.pk).sort_order == 7


def test_a_new_term_tells_nobody(told):
    save_term(term=Sector(key="new", label_en="New"))

    assert told == []
    assert Sector.objects.filter(key="new").exists()
