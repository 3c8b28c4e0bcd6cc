"""Two organisations become one: nothing points at the double, and nobody who may not know of it can tell."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import QueryDict
from django.test import Client
from wagtail.models import Page

from case_studies.models import CaseStudyExchange
from portal.access.enums import Action, Level, TextSensitivity
from portal.access.models import AccessWish, AuditEntry, Grant, PartiesWish, RecordIdentity
from portal.access.policy import can
from portal.directory.models import Membership, Organisation
from portal.records.merging import merge_organisations, uses_of_organisation
from portal.records.models import RecordLink, RecordOrganisation, RecordPage
from portal.search.engines import engine
from portal.search.query import RecordQuery
from portal.taxonomy.models import LinkKind, ParticipantRole, Sector, Term
from portal.taxonomy.relations import parental_key, pointers
from practices.coverage.models import CoverageStatement
from tests.factories.access import GrantFactory
from tests.factories.people import MemberFactory, OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
REASON = "Same office, new name."


def administrator():
    return UserFactory(is_superuser=True, is_staff=True)


def merge(drop, keep, **options):
    return merge_organisations(**{"keep": keep, "drop": drop, "by": administrator(), "reason": REASON, **options})


@pytest.fixture
def drop():
    return OrganisationFactory(name_en="Old office", name_fr="Ancien bureau", acronym="OO", also_named=["Older office"])


@pytest.fixture
def keep():
    return OrganisationFactory(name_en="New office", acronym="NO")


def role(number=0):
    return ParticipantRole.objects.all()[number]


def naming(organisation, **fields):
    row = RecordOrganisation(organisation=organisation, role=role())
    return make_record(organisations=[row], **fields)


def filled(model, **given):
    """An unsaved row in which everything that must be said is."""
    for field in model._meta.concrete_fields:
        if field.name in given or field.has_default() or field.null or field.blank or field.primary_key:
            continue
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Term):
            given[field.name] = field.related_model.objects.first()
        elif isinstance(field, models.CharField | models.TextField):
            given[field.name] = "words"
    return model(**given)


def make_pointing(pointer, organisation):
    """Something that points at an organisation by this foreign key; new models join by themselves."""
    model, name = pointer.model, pointer.field.name
    if pointer.is_link_table:
        end = pointer.owner.related_model
        other = end.objects.first() if issubclass(end, Term) else make_record().identity
        if end is AccessWish:
            other = AccessWish.objects.create(identity=other, asked_by=editor(), **dict.fromkeys(LEVELS, Level.OWNER))
        model._base_manager.create(**{name: organisation, pointer.owner.name: other})
    elif key := parental_key(model):
        if issubclass(key.related_model, Page):
            owner = key.related_model if key.related_model is not RecordPage else None
            page = make_record(owner) if owner else make_record()
            row = filled(model, **{name: organisation, key.name: page})
            if hasattr(row, "locale_id"):
                row.locale = page.locale
            row.save()
        else:
            model._base_manager.create(**{name: organisation, key.name: MemberFactory()})
    elif issubclass(model, Page):
        make_record(model, **{name: organisation})
    elif model is RecordIdentity:
        decide(make_record(), listed_to=Level.PUBLIC, **{name: organisation})
    elif model is Grant:
        GrantFactory(organisation=organisation, identity=make_record().identity)
    elif model is PartiesWish:
        PartiesWish.objects.create(
            identity=make_record().identity, asked_by=editor(), reason="Why", **{name: organisation}
        )
    else:
        make_plain(model, name, organisation)


def make_plain(model, name, organisation):
    """Something that is neither page nor row nor of the rooms of access."""
    if model is CoverageStatement:
        filled(model, **{name: organisation, "said_on": date(2026, 1, 1)}).save()
    else:
        assert model is Organisation, f"{model.__name__}: say here how one is made"
        OrganisationFactory(**{name: organisation})


LEVELS = ("listed_to", "details_to")


def test_whatever_points_at_the_double_points_at_the_kept_one(drop, keep):
    every = pointers(Organisation)
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


def test_names_go_over_and_what_was_missing(drop, keep):
    drop.mailbox, drop.email_domains, keep.email_domains = "im@old.example", ["old.example"], ["new.example"]
    drop.save(), keep.save()

    kept = merge(drop, keep)

    assert (kept.name_en, kept.name_fr, kept.acronym, kept.mailbox) == (
        "New office", "Ancien bureau", "NO", "im@old.example",
    )  # fmt: skip
    assert set(kept.also_named) == {"Old office", "OO", "Older office"}
    assert kept.email_domains == ["new.example", "old.example"]


def test_it_is_found_by_the_names_of_its_double_and_the_double_is_not(drop, keep):
    page = naming(drop, title="Named")

    merge(drop, keep)

    found = engine().search(RecordQuery.from_parameters(_query("q=Older&kind=organisation")), None, "en")
    assert [hit.code for hit in found.hits] == [keep.code]
    by_facet = engine().search(RecordQuery.from_parameters(_query(f"organisation={keep.slug}")), None, "en")
    assert page.identity.code in {hit.code for hit in by_facet.hits}
    assert drop.slug not in Client().get("/sitemap.xml").text
    assert drop.code not in Client().get("/organisations/?sort=title").text


def _query(text):
    return QueryDict(text)


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_the_old_address_and_code_lead_on(drop, keep, prefix):
    merge(drop, keep)

    answers = [Client().get(f"{prefix}{path}") for path in (f"/organisations/{drop.slug}/", f"/r/{drop.code}")]

    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, f"{prefix}/organisations/{keep.slug}/")
    ] * 2


@pytest.mark.parametrize("hidden", ["drop", "keep", "both"])
def test_who_may_not_know_of_both_finds_nothing(drop, keep, hidden):
    for name, organisation in (("drop", drop), ("keep", keep)):
        if hidden in (name, "both"):
            decide(organisation, listed_to=Level.OWNER)
    merge(drop, keep)
    absent = {path: Client().get(path) for path in ("/organisations/never-was-0000/", "/r/ORG-ZZZZ")}

    for path, nothing in zip((f"/organisations/{drop.slug}/", f"/r/{drop.code}"), absent.values(), strict=True):
        answer = Client().get(path)
        assert (answer.status_code, answer.content, list(answer.items())) == (
            404, nothing.content, list(nothing.items()),
        )  # fmt: skip
    insider = Client()
    insider.force_login(editor())
    assert insider.get(f"/organisations/{drop.slug}/").status_code == 302


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


def test_links_to_the_double_lead_to_the_kept_one(drop, keep):
    identity = RecordIdentity.objects.get(pk=drop.key)
    link = RecordLink(kind=LinkKind.objects.first(), target=identity, note="Why")
    page = make_record(links=[link])

    merge(drop, keep)

    assert page.links.model.objects.get().target_id == keep.key
    assert page.latest_revision.as_object().links.get().target_id == keep.key


def test_what_was_for_one_is_for_the_people_of_both_and_each_log_says_so(drop, keep):
    record = make_record()
    decide(record, listed_to=Level.OWNER, owner=drop)
    granted = make_record(details_to=Level.OWNER)
    GrantFactory(identity=granted.identity, organisation=drop)
    person, by = member_of(keep, focal_point=True), administrator()
    assert not can(person, Action.KNOW, record)

    merge(drop, keep, by=by)

    person = type(person).objects.get(pk=person.pk)
    assert can(person, Action.KNOW, record)
    assert can(person, Action.READ, granted)
    assert not can(member_of(), Action.KNOW, record)
    told = {"dropped": drop.code, "kept": keep.code, "reason": REASON}
    lines = AuditEntry.objects.filter(action__in=("organisations merged", "grant moved"), by=by)
    assert {each.code: told.items() <= each.detail.items() for each in lines} == {
        record.identity.code: True, granted.identity.code: True, drop.code: True,
    }  # fmt: skip


def test_no_level_changes(drop, keep):
    record = make_record(details_to=Level.NAMED)
    decide(record, listed_to=Level.MEMBERS, details_to=Level.NAMED, owner=drop)

    merge(drop, keep)

    identity = record.identity
    assert (identity.listed_to, identity.details_to, identity.text_sensitivity) == (
        Level.MEMBERS, Level.NAMED, TextSensitivity.LOW,
    )  # fmt: skip


def test_a_change_of_parties_that_waits_must_be_looked_at_again(drop, keep):
    identity = make_record().identity
    wish = PartiesWish.objects.create(identity=identity, owner=drop, reason="Theirs", asked_by=editor())

    merge(drop, keep)

    now = PartiesWish.objects.get()
    assert (now.owner, now.custodian, now.reason, now.asked_by) == (keep, None, "Theirs", wish.asked_by)
    assert now.pk != wish.pk


def former_administrator():
    return UserFactory(is_superuser=True, is_active=False)


@pytest.mark.parametrize("who", [editor, UserFactory, lambda: None, former_administrator])
def test_only_administrators_merge(drop, keep, who):
    page = naming(drop)

    with pytest.raises(PermissionDenied):
        merge(drop, keep, by=who())

    assert page.organisations.model.objects.filter(organisation=drop).exists()
    assert Organisation.objects.get(pk=drop.pk).merged_into is None


def test_it_takes_a_reason_and_two(drop, keep):
    other = OrganisationFactory()
    for wrong in ({"reason": " "}, {"keep": drop}):
        with pytest.raises(ValidationError):
            merge(**{"drop": drop, "keep": keep, **wrong})
    merge(drop, keep)

    with pytest.raises(ValidationError, match="merged already"):
        merge(drop, other)
    with pytest.raises(ValidationError, match="merged already"):
        merge(other, drop)


def test_what_was_merged_before_leads_to_the_last(drop, keep):
    first = OrganisationFactory()
    merge(first, drop)

    merge(drop, keep)

    assert Organisation.objects.get(pk=first.pk).merged_into == keep


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
