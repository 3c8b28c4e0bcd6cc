"""Values that are records themselves, as organisations are: told only to those who may know of these records."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.records.models import RecordOrganisation
from portal.search.listing import listing_for
from portal.search.suggestions import suggest
from portal.taxonomy.models import ParticipantRole
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def hidden():
    """An organisation of which only its focal points know, named by a public record."""
    organisation = OrganisationFactory(name_en="Quillon Survey Office")
    decide(organisation, listed_to=Level.OWNER, owner=organisation)
    role = ParticipantRole.objects.get(key="partner")
    make_record(organisations=[RecordOrganisation(organisation=organisation, role=role)])
    return organisation


def told(user, slug):
    """The slugs that the facet offers, the notices about the value, and the addresses that are suggested."""
    request = RequestFactory().get("/search/", {"organisation": slug})
    request.user = user
    listing = listing_for(request)
    offered = [value.key for facet in listing.facets if facet.name == "organisation" for value in facet.values]
    return offered, len(listing.notices), [each.url for each in suggest("quill", user, "en") if each.of == "term"]


def test_who_may_not_know_of_it_is_told_nothing(hidden):
    assert told(AnonymousUser(), hidden.slug) == ([], 1, [])
    assert told(member_of(), hidden.slug) == ([], 1, [])


def test_who_may_know_of_it_is_offered_it(hidden):
    expected = [hidden.slug], 0, [f"/search/?organisation={hidden.slug}"]

    assert told(member_of(hidden, focal_point=True), hidden.slug) == expected
    assert told(editor(), hidden.slug) == expected


def test_it_is_told_as_soon_as_it_is_opened(hidden):
    assert told(AnonymousUser(), hidden.slug)[0] == []

    decide(hidden, listed_to=Level.PUBLIC)

    assert told(AnonymousUser(), hidden.slug)[0] == [hidden.slug]
    assert RecordIdentity.objects.get(pk=hidden.key).listed_to == Level.PUBLIC


def test_its_name_finds_no_part_of_it(hidden):
    part = OrganisationFactory(name_en="Regional desk", part_of=hidden)
    request = RequestFactory().get("/search/", {"q": "quillon", "kind": "organisation"})
    request.user = AnonymousUser()

    assert listing_for(request).total == 0
    part.part_of = None
    part.name_en = "Quillon desk"
    part.save()
    assert listing_for(request).total == 1
