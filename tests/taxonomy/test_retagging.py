"""Whatever has a term that is replaced has the other one then."""

import pytest
from wagtail.models import ReferenceIndex

from case_studies.models import CaseStudyBarrier, CaseStudyExchange, CaseStudyPage
from portal.directory.models import Organisation
from portal.taxonomy.models import BarrierKind, DataKind, WithholdingReason
from portal.taxonomy.services import replace_term
from portal.taxonomy.usage import uses_of
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record
from tests.factories.taxonomy import BarrierKindFactory, DataKindFactory, SectorFactory
from tests.taxonomy.found import pks

pytestmark = pytest.mark.django_db


def test_rows_of_every_kind_are_retagged():
    old, new = DataKindFactory(), DataKindFactory()
    page = make_record(data_kinds=[old], exchanges=[CaseStudyExchange(what="Areas", data_kind=old)])

    replaced = replace_term(term=old, by_term=new)

    assert replaced.rows == {"entries": 1, "case studies": 1}
    assert (replaced.drafts, replaced.columns, replaced.total) == (1, 0, 3)
    page = CaseStudyPage.objects.get(pk=page.pk)
    assert pks(page.data_kinds.all()) == {new.pk}
    assert [exchange.data_kind_id for exchange in page.exchanges.all()] == [new.pk]
    assert uses_of(DataKind, [old.pk]) == {}


def test_who_has_both_terms_keeps_one_link():
    old, new = SectorFactory(), SectorFactory()
    both, one = OrganisationFactory(), OrganisationFactory()
    both.sectors.set([old, new])
    one.sectors.set([old])

    replace_term(term=old, by_term=new)

    assert [pks(organisation.sectors.all()) for organisation in (both, one)] == [{new.pk}, {new.pk}]
    assert Organisation.sectors.through.objects.filter(sector=new).count() == 2


def test_columns_of_other_vocabularies_follow():
    old, new = BarrierKind.objects.get(key="trust"), BarrierKind.objects.get(key="security")
    reasons = pks(WithholdingReason.objects.filter(attributes__counts_as="trust"))
    assert reasons

    replaced = replace_term(term=old, by_term=new)

    assert replaced.columns == len(reasons)
    assert {WithholdingReason.objects.get(pk=pk).attributes["counts_as"] for pk in reasons} == {"security"}


def test_the_index_of_references_follows(wagtail_upkeep):
    old, new = BarrierKindFactory(), BarrierKindFactory()
    make_record(barriers=[CaseStudyBarrier(kind=old, text="No format")])
    before = ReferenceIndex.get_references_to(old).count()
    assert before

    replace_term(term=old, by_term=new)

    assert ReferenceIndex.get_references_to(old).count() == 0
    # One more: the old term itself, which says what replaced it.
    assert ReferenceIndex.get_references_to(new).count() == before + 1
