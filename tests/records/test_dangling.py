"""A stored version is opened although something that it points at is gone, and asks equally often for many rows."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.records.models import RecordLink, RecordOrganisation, RecordSource
from portal.taxonomy.models import EvidenceKind, LinkKind, ParticipantRole
from tests.factories.people import OrganisationFactory, UserFactory
from tests.factories.records import make_record
from tests.records.test_queries import full_case

pytestmark = pytest.mark.django_db


def stored(page, **changed):
    """The page as its last version says, with some of its stored values changed."""
    revision = page.get_latest_revision()
    revision.content |= changed
    return revision.as_object()


def test_rows_without_what_they_need_are_left_out_and_the_others_stay():
    role, kept = ParticipantRole.objects.first(), OrganisationFactory()
    link, target = LinkKind.objects.first(), make_record()
    page = make_record(
        publish=False,
        organisations=[RecordOrganisation(organisation=kept, role=role)],
        sources=[RecordSource(title="A source")],
        links=[RecordLink(kind=link, target_id=target.key)],
    )
    rows, links = (page.get_latest_revision().content[name] for name in ("organisations", "links"))

    version = stored(
        page,
        organisations=[rows[0] | {"organisation": 10**6}, *rows],
        links=[*links, links[0] | {"target": str(uuid4())}],
    )

    assert [row.organisation for row in version.organisations.all()] == [kept]
    assert [row.target_id for row in version.links.all()] == [target.key]
    assert [row.title for row in version.sources.all()] == ["A source"]


def test_a_field_of_the_page_is_emptied():
    page = make_record(publish=False, evidence=EvidenceKind.objects.first())

    version = stored(page, evidence=10**6, owner=10**6)

    assert (version.evidence_id, version.owner_id) == (None, None)


def test_what_is_there_stays():
    writer, evidence = UserFactory(), EvidenceKind.objects.first()
    page = make_record(publish=False, evidence=evidence, owner=writer)

    version = stored(page)

    assert (version.evidence, version.owner, version.locale) == (evidence, writer, page.locale)


def test_many_rows_ask_as_often_as_one():
    counted = []
    for number in (1, 12):
        revision = full_case(number).get_latest_revision()
        revision.as_object()
        with CaptureQueriesContext(connection) as captured:
            revision.as_object()
        counted.append(len(captured))

    assert counted[0] == counted[1]
