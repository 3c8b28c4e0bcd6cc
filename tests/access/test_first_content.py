"""Access that the portal itself gives: to organisations, and to what rests on published sources."""

from functools import partial
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.serializers import deserialize, serialize

from portal.access.enums import Level, TextSensitivity
from portal.access.models import AuditEntry, RecordIdentity
from portal.access.services import publish_from_sources, register_record, restrict_access, set_parties, withdraw_record
from portal.directory.models import Organisation
from portal.records.registry import kind
from portal.search.models import RecordDocument
from portal.taxonomy.models import Country, Sector
from tests.access.decided import levels
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
REASON = "rests on published sources"


@pytest.fixture
def identity():
    """Of a record about whose access nobody decided anything."""
    return make_record(listed_to=Level.MEMBERS).identity


def test_every_new_organisation_gets_a_public_row_that_it_owns():
    organisation = OrganisationFactory()
    identity = RecordIdentity.objects.get(pk=organisation.key)

    assert (identity.kind, identity.code, identity.owner) == ("organisation", organisation.code, organisation)
    assert (identity.listed_to, identity.details_to, identity.text_sensitivity) == (
        Level.PUBLIC, Level.PUBLIC, TextSensitivity.LOW,
    )  # fmt: skip
    assert [(entry.action, entry.by) for entry in AuditEntry.objects.filter(identity=identity)] == [
        ("registered", None)
    ]


def test_an_organisation_is_found_by_what_was_changed_last():
    organisation = OrganisationFactory(name_en="Trust of the Valley")
    organisation.name_en = "Trust of the Mountain"
    organisation.save()
    organisation.countries.set([Country.objects.get(key="nga")])
    document = RecordDocument.objects.get(identity=organisation.key)

    assert document.sort_title == "trust of the mountain"
    assert RecordIdentity.objects.filter(kind="organisation").count() == 1
    assert document.facets.filter(value__facet="country", value__value="nga").exists()


def test_focal_point_of_an_organisation_may_hide_it():
    organisation = OrganisationFactory()
    identity = RecordIdentity.objects.get(pk=organisation.key)
    focal_point = member_of(organisation, focal_point=True)

    restrict_access(identity=identity, by=focal_point, listed_to=Level.MEMBERS, details_to=Level.MEMBERS)

    assert list(RecordIdentity.objects.visible_to(None).filter(kind="organisation")) == []


def test_names_of_an_organisation_are_read_by_one_field():
    organisation = Organisation(name_en="Trust", name_fr="Fonds", acronym="T", also_named=["The Trust"])
    names = kind("organisation").field("name").value(organisation)

    assert (str(names), names.texts()) == ("Trust", ["Trust", "Fonds", "T", "The Trust"])


def test_an_organisation_has_a_row_from_the_start_and_its_changes_are_announced(changed):
    organisation, sector = OrganisationFactory(), Sector.objects.first()
    identity = RecordIdentity.objects.get(pk=organisation.key)
    changed.clear()

    organisation.sectors.add(sector)
    sector.organisation_set.remove(organisation)
    organisation.save()

    assert (identity.owner, levels(identity)) == (organisation, (Level.PUBLIC, Level.PUBLIC))
    assert {frozenset(keys) for keys in changed} == {frozenset({organisation.key})}


def test_loading_rows_from_a_file_makes_no_identity():
    organisation = OrganisationFactory()
    saved = serialize("json", [organisation])
    RecordIdentity.objects.filter(pk=organisation.key).delete()
    Organisation.objects.filter(pk=organisation.pk).delete()

    next(deserialize("json", saved)).save()

    assert not RecordIdentity.objects.filter(pk=organisation.key).exists()


def test_publishing_from_sources_opens_card_and_details(identity):
    opened = publish_from_sources(identity=identity, reason=REASON)
    entry = AuditEntry.objects.filter(identity=identity).first()

    assert (opened.listed_to, opened.details_to, opened.version) == (Level.PUBLIC, Level.PUBLIC, identity.version + 1)
    assert (entry.action, entry.by, entry.detail["reason"]) == ("published from sources", None, REASON)


@pytest.mark.parametrize(
    "decide",
    [
        partial(restrict_access, details_to=Level.OWNER),
        withdraw_record,
        lambda identity, by: set_parties(identity=identity, by=by, owner=OrganisationFactory(), second=editor()),
    ],
)
def test_publishing_from_sources_never_undoes_a_decision(identity, decide):
    decide(identity=identity, by=editor())
    before = RecordIdentity.objects.filter(pk=identity.pk).values().get()

    with pytest.raises(PermissionDenied):
        publish_from_sources(identity=identity, reason=REASON)

    assert RecordIdentity.objects.filter(pk=identity.pk).values().get() == before


def test_what_rests_on_published_sources_is_published_once(organisation):
    identity = register_record(key=uuid4(), kind="case_study", code="CS-0001")
    owned = register_record(key=uuid4(), kind="case_study", code="CS-0002", owner=organisation)

    with pytest.raises(ValidationError):
        publish_from_sources(identity=identity, reason=" ")
    publish_from_sources(identity=identity, reason="A report.")
    for row in (identity, owned):
        with pytest.raises(PermissionDenied):
            publish_from_sources(identity=row, reason="A report.")

    assert levels(identity) == (Level.PUBLIC, Level.PUBLIC)
