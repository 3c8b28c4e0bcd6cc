"""A term in use cannot vanish: it is replaced, and whatever has it is retagged."""

from datetime import date

import pytest
from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.blocks import ChooserBlock
from wagtail.fields import StreamField
from wagtail.log_actions import registry as logs
from wagtail.models import Locale, ReferenceIndex, Revision
from wagtail_localize.models import TranslationSource

from case_studies.models import CaseStudyBarrier, CaseStudyExchange, CaseStudyPage
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.taxonomy.drafts import count_drafts
from portal.taxonomy.errors import CannotReplace, TermInUse
from portal.taxonomy.models import (
    BarrierKind,
    Country,
    DataKind,
    Region,
    Sector,
    Sensitivity,
    Term,
    WithholdingReason,
)
from portal.taxonomy.services import replace_term, save_term
from portal.taxonomy.signals import terms_changed
from portal.taxonomy.usage import uses_of
from portal.users.models import User
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record
from tests.factories.taxonomy import BarrierKindFactory, CountryFactory, DataKindFactory, SectorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """What the signal said, in order."""
    heard = []

    def receiver(sender, **payload):
        heard.append({name: value for name, value in payload.items() if name != "signal"})

    terms_changed.connect(receiver)
    yield heard
    terms_changed.disconnect(receiver)


def pks(queryset):
    return {found.pk for found in queryset}


# Deleting


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


# Replacing


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


def test_the_old_term_stays_and_says_what_replaced_it():
    old, new = SectorFactory(), SectorFactory()
    user = User.objects.create_superuser("administrator@example.org")

    replace_term(term=old, by_term=new, by=user)

    old = Sector.objects.get(pk=old.pk)
    assert (old.valid_until, old.replaced_by) == (timezone.localdate(), new)
    assert old not in Sector.objects.current()
    entry = logs.get_logs_for_instance(old).get()
    assert (entry.action, entry.user, entry.data) == ("taxonomy.replace", user, {"by": new.key, "count": 0})


def test_who_has_both_terms_keeps_one_link():
    old, new = SectorFactory(), SectorFactory()
    both, one = OrganisationFactory(), OrganisationFactory()
    both.sectors.set([old, new])
    one.sectors.set([old])

    replace_term(term=old, by_term=new)

    assert [pks(organisation.sectors.all()) for organisation in (both, one)] == [{new.pk}, {new.pk}]
    assert Organisation.sectors.through.objects.filter(sector=new).count() == 2


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


def test_narrower_terms_move_below_the_new_one():
    old, new = DataKindFactory(), DataKindFactory()
    child = DataKindFactory(parent=old)

    replace_term(term=old, by_term=new)

    child.refresh_from_db()
    assert child.parent == new


def test_a_narrower_term_can_take_the_place_of_its_broader_one():
    top = DataKindFactory(key="top")
    old = DataKindFactory(key="old", parent=top)
    between = DataKindFactory(key="between", parent=old)
    new = DataKindFactory(key="new", parent=between)

    replace_term(term=old, by_term=new)

    assert [node.key for node in DataKind.objects.get(key="between").ancestors()] == ["top", "new"]


def test_a_chain_of_replacements_ends_at_the_last():
    first, second, third = SectorFactory(), SectorFactory(), SectorFactory()

    replace_term(term=first, by_term=second)
    replace_term(term=second, by_term=third)

    first.refresh_from_db()
    assert first.replaced_by == third


def test_columns_of_other_vocabularies_follow():
    old, new = BarrierKind.objects.get(key="trust"), BarrierKind.objects.get(key="security")
    reasons = pks(WithholdingReason.objects.filter(attributes__counts_as="trust"))
    assert reasons

    replaced = replace_term(term=old, by_term=new)

    assert replaced.columns == len(reasons)
    assert {WithholdingReason.objects.get(pk=pk).attributes["counts_as"] for pk in reasons} == {"security"}


def test_the_index_of_references_follows():
    old, new = BarrierKindFactory(), BarrierKindFactory()
    make_record(barriers=[CaseStudyBarrier(kind=old, text="No format")])
    before = ReferenceIndex.get_references_to(old).count()
    assert before

    replace_term(term=old, by_term=new)

    assert ReferenceIndex.get_references_to(old).count() == 0
    # One more: the old term itself, which says what replaced it.
    assert ReferenceIndex.get_references_to(new).count() == before + 1


@pytest.mark.parametrize(
    ("term", "by_term", "sentence"),
    [
        (SectorFactory, DataKindFactory, "Choose another term of the same vocabulary."),
        (lambda: Sector.objects.get(key="education"), lambda: Sector.objects.get(key="education"), "Choose another"),
        (
            lambda: Sensitivity.objects.get(key="low"),
            lambda: Sensitivity.objects.get(key="high"),
            "relies on this term",
        ),
        (lambda: SectorFactory(replaced_by=SectorFactory(label_en="Ours")), SectorFactory, "already, by “Ours”"),
        (SectorFactory, lambda: SectorFactory(label_en="Past", valid_until=date(2020, 1, 1)), "“Past” is no longer"),
    ],
)
def test_what_cannot_be_replaced_is_refused_with_a_sentence(term, by_term, sentence):
    with pytest.raises(CannotReplace, match=sentence):
        replace_term(term=term(), by_term=by_term())


def test_a_refusal_leaves_everything_as_it_was(told):
    old, new = SectorFactory(), SectorFactory()
    page = make_record(sectors=[old])

    def refuse(**_payload):
        raise RuntimeError("search could not follow")

    terms_changed.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            replace_term(term=old, by_term=new)
    finally:
        terms_changed.disconnect(refuse)

    assert pks(CaseStudyPage.objects.get(pk=page.pk).sectors.all()) == {old.pk}
    assert Sector.objects.get(pk=old.pk).replaced_by is None


# Telling


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


# The rule that replacing stands on


def test_no_stream_holds_a_term():
    """Terms stand in fields and rows, which are retagged; a block would keep the old term for ever."""
    choosers = [
        (model, block)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
        for block in _blocks(field.stream_block)
        if isinstance(block, ChooserBlock) and issubclass(block.model_class, Term)
    ]

    assert choosers == []


def test_every_foreign_key_to_a_term_protects_it():
    loose = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=False)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and issubclass(field.related_model, Term)
        and field.remote_field.on_delete is not models.PROTECT
    ]

    assert loose == []


def test_drafts_of_other_vocabularies_do_not_count():
    make_record(sectors=[SectorFactory()])

    assert count_drafts(Sector, [SectorFactory().pk]) == 0


def _blocks(block):
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from _blocks(child)
    if hasattr(block, "child_block"):
        yield from _blocks(block.child_block)
