"""The name of an organisation is what a record's author published; its page is for who may know of it."""

import pytest

from portal.access.enums import Level, Zone
from portal.access.models import RecordIdentity
from portal.records.models import RecordOrganisation
from portal.records.organisation_kind import ORGANISATION
from portal.records.shown import shown_fields
from portal.taxonomy.models import ParticipantRole
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def test_no_link_leads_to_an_organisation_that_the_reader_may_not_know_of(client):
    narrow, owner = OrganisationFactory(name_en="Narrow body"), OrganisationFactory(name_en="Owning body")
    role = ParticipantRole.objects.get(key="data_user")
    page = make_record(title="Case", organisations=[RecordOrganisation(organisation=narrow, role=role)])
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    RecordIdentity.objects.filter(pk__in=[narrow.key, owner.key]).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    as_visitor = client.get(page.url).content.decode()
    client.force_login(editor())
    as_editor = client.get(page.url).content.decode()

    pages = [narrow.get_absolute_url(), owner.get_absolute_url()]
    assert [url in as_visitor for url in pages] == [False, False]
    assert [url in as_editor for url in pages] == [True, True]


def test_the_larger_organisation_leads_nowhere_where_the_reader_may_not_know_of_it():
    larger = OrganisationFactory(name_en="Larger body")
    part = OrganisationFactory(part_of=larger)
    RecordIdentity.objects.filter(pk=larger.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    found = [shown_fields(part, ORGANISATION, {Zone.CARD}, reader)["part_of"].values for reader in (None, editor())]

    assert found == [(("Larger body", ""),), (("Larger body", larger.get_absolute_url()),)]
