"""Publishing a draft or a translation does not bring a replaced term back."""

import pytest
from django.utils import timezone
from wagtail.models import Locale, Revision
from wagtail_localize.models import TranslationSource

from case_studies.models import CaseStudyBarrier, CaseStudyExchange, CaseStudyPage
from portal.taxonomy.drafts import count_drafts
from portal.taxonomy.models import Sector
from portal.taxonomy.services import replace_term
from tests.factories.records import make_record
from tests.factories.taxonomy import BarrierKindFactory, DataKindFactory, SectorFactory
from tests.taxonomy.found import pks

pytestmark = pytest.mark.django_db


def test_publishing_a_waiting_draft_does_not_bring_the_old_term_back():
    old, new = DataKindFactory(), DataKindFactory()
    barrier, other_barrier, third_barrier = (BarrierKindFactory() for _ in range(3))
    page = make_record()
    page.data_kinds.set([old, new])
    page.exchanges.set([CaseStudyExchange(what="Areas", data_kind=old)])
    page.barriers.set([CaseStudyBarrier(kind=kind, text="Consent was not asked") for kind in (barrier, third_barrier)])
    draft = page.save_revision()

    assert replace_term(term=old, by_term=new).drafts == 1
    assert replace_term(term=barrier, by_term=other_barrier).drafts == 1
    Revision.objects.get(pk=draft.pk).publish()

    page = CaseStudyPage.objects.get(pk=page.pk)
    assert pks(page.data_kinds.all()) == {new.pk}
    assert [exchange.data_kind for exchange in page.exchanges.all()] == [new]
    assert [row.kind for row in page.barriers.all()] == [other_barrier, third_barrier]


def test_a_scheduled_revision_is_retagged_and_history_is_not():
    old, new = SectorFactory(), SectorFactory()
    page = make_record(sectors=[old])
    history = page.latest_revision_id
    scheduled = page.save_revision(approved_go_live_at=timezone.now() + timezone.timedelta(days=1))
    page.sectors.clear()
    live = page.save_revision()
    live.publish()
    # Publishing takes the schedule from other revisions: put it back, as an approval would.
    Revision.objects.filter(pk=scheduled.pk).update(approved_go_live_at=timezone.now())

    replace_term(term=old, by_term=new)

    contents = {pk: Revision.objects.get(pk=pk).content["sectors"] for pk in (history, scheduled.pk, live.pk)}
    assert contents == {history: [old.pk], scheduled.pk: [new.pk], live.pk: []}


def test_the_source_of_a_translation_is_retagged():
    old, new = SectorFactory(), SectorFactory()
    page = make_record(sectors=[old])
    source, _created = TranslationSource.get_or_create_from_instance(page)

    replace_term(term=old, by_term=new)

    source.refresh_from_db()
    assert pks(source.as_instance().sectors.all()) == {new.pk}
    assert Locale.objects.count() == 3


def test_drafts_of_other_vocabularies_do_not_count():
    make_record(sectors=[SectorFactory()])

    assert count_drafts(Sector, [SectorFactory().pk]) == 0
