"""Nothing points at the double any more, drafts and older versions included."""

from datetime import date

import pytest
from django.test import Client

from case_studies.models import CaseStudyExchange
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.directory.models import Membership, Organisation
from portal.records.merging import uses_of_organisation
from portal.records.models import RecordLink, RecordOrganisation, Trust
from portal.taxonomy.models import Country, DataKind, LinkKind, Sector
from portal.taxonomy.relations import pointers
from practices.coverage.models import CoverageStatement
from tests.factories.people import MemberFactory, OrganisationFactory, member_of
from tests.factories.records import decide, make_record
from tests.records.merging.merged import merge, naming, role
from tests.records.merging.pointing import make_pointing

pytestmark = pytest.mark.django_db


def test_whatever_points_at_the_double_points_at_the_kept_one(drop, keep):
    # Trust does not move: see test_trust.
    every = [pointer for pointer in pointers(Organisation) if pointer.model is not Trust]
    for pointer in every:
        make_pointing(pointer, drop)
    before = {pointer: pointer.rows([drop.pk]).count() for pointer in every}
    assert min(before.values()) > 0

    merge(drop, keep)

    assert {pointer.field.name: pointer.rows([drop.pk]).count() for pointer in every if pointer.rows([drop.pk])} == {}
    for pointer, number in before.items():
        assert pointer.rows([keep.pk]).count() >= number, pointer


def test_who_has_both_keeps_one(drop, keep):
    sector = Sector.objects.first()
    drop.sectors.add(sector), keep.sectors.add(sector)
    identity = make_record().identity
    identity.named_organisations.set([drop, keep])
    both, left = MemberFactory(), MemberFactory()
    Membership.objects.create(member=both, organisation=drop, is_focal_point=True)
    Membership.objects.create(member=both, organisation=keep)
    Membership.objects.create(member=left, organisation=drop, is_focal_point=True, is_active=False)
    Membership.objects.create(member=left, organisation=keep)

    merge(drop, keep)

    assert list(keep.sectors.all()) == [sector]
    assert list(identity.named_organisations.all()) == [keep]
    rows = Membership.objects.filter(member__in=(both, left)).order_by("member")
    assert [(row.organisation, row.is_focal_point, row.is_active) for row in rows] == [
        (keep, True, True),
        (keep, False, True),
    ]


def test_links_to_the_double_lead_to_the_kept_one(drop, keep):
    identity = RecordIdentity.objects.get(pk=drop.key)
    link = RecordLink(kind=LinkKind.objects.first(), target=identity, note="Why")
    page = make_record(links=[link])

    merge(drop, keep)

    assert page.links.model.objects.get().target_id == keep.key
    assert page.latest_revision.as_object().links.get().target_id == keep.key


def test_drafts_and_older_versions_name_the_kept_one(drop, keep):
    page = naming(drop, title="First")
    page.exchanges.add(CaseStudyExchange(what="Maps", provider=drop))
    first = page.save_revision()
    first.publish()
    page.title = "Second"
    page.save_revision().publish()
    page.title = "Draft"
    page.save_revision()

    merge(drop, keep)

    page = type(page).objects.get(pk=page.pk)
    assert page.organisations.get().organisation == keep
    draft = page.get_latest_revision_as_object()
    assert [row.organisation for row in draft.organisations.all()] == [keep]
    first.refresh_from_db()
    old = first.as_object()
    assert ([row.organisation for row in old.organisations.all()], [row.provider for row in old.exchanges.all()]) == (
        [keep], [keep],
    )  # fmt: skip
    first.publish()
    assert RecordOrganisation.objects.filter(organisation=drop).count() == 0


def test_one_part_in_a_record_is_shown_once(drop, keep):
    rows = [RecordOrganisation(organisation=each, role=role()) for each in (drop, keep)]
    page = make_record(organisations=rows)

    merge(drop, keep)

    assert Client().get(page.url).text.count("New office</a>") == 1


@pytest.mark.parametrize("shape", ["below", "far below", "above", "beside"])
def test_nothing_becomes_part_of_itself(drop, keep, shape):
    top = OrganisationFactory(name_en="Top")
    between = OrganisationFactory(name_en="Between", part_of=drop)
    if shape == "below":
        keep.part_of, drop.part_of = drop, top
    elif shape == "far below":
        keep.part_of, drop.part_of = between, top
    elif shape == "above":
        keep.part_of, drop.part_of = top, keep
    else:
        drop.part_of = top
    keep.save(), drop.save()

    kept = merge(drop, keep)

    assert kept.part_of == top
    assert Organisation.objects.get(pk=between.pk).part_of == keep


def test_it_says_beforehand_what_would_move(drop):
    naming(drop)
    decide(make_record(), listed_to=Level.PUBLIC, owner=drop)
    member_of(drop)

    uses = uses_of_organisation(drop)

    assert uses == {
        "entries that it owns, keeps or may see by its name": 1, "members": 1, "entries": 1, "drafts": 1,
    }  # fmt: skip
    assert uses_of_organisation(OrganisationFactory()) == {}


@pytest.mark.parametrize("newer", ["drop", "keep"])
def test_of_what_both_said_on_coverage_the_newer_stays(drop, keep, newer):
    iraq, yemen = Country.objects.filter(key__in=["irq", "yem"]).order_by("key")
    kind = DataKind.objects.first()
    said = {"drop": (drop, "good"), "keep": (keep, "none")}
    for name, (organisation, degree) in said.items():
        day = date(2026, 1, 2 if name == newer else 1)
        CoverageStatement.objects.create(country=iraq, data_kind=kind, said_by=organisation, degree=degree, said_on=day)
    CoverageStatement.objects.create(
        country=yemen, data_kind=kind, said_by=drop, degree="good", said_on=date(2020, 1, 1)
    )

    merge(drop, keep)

    rows = CoverageStatement.objects.values_list("country__key", "said_by", "degree").order_by("country__key")
    assert list(rows) == [("irq", keep.pk, said[newer][1]), ("yem", keep.pk, "good")]
