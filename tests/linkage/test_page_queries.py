"""The page of any record takes at most 25 queries, whatever is on it and around it, and as many for fifty neighbours as
for one of each kind: links both ways, a chain of six steps each way, questions, everything that its form asks for."""

import pytest
from django.test import Client

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.community.models import Question
from portal.records.addresses import path_of
from portal.records.registry import kinds
from tests.database import restore_copy
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide
from tests.factories.surroundings import Surroundings, make_full
from tests.records.test_queries import MOST, queries_of

FEW, MANY = 1, 5
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def surroundings(django_db_setup, django_db_blocker):
    """The entries around, made once for all kinds."""
    with django_db_blocker.unblock():
        try:
            yield Surroundings(MANY)
        finally:
            restore_copy()


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_a_page_takes_few_queries_for_every_reader_however_much_is_around(kind, surroundings):
    owner = OrganisationFactory()
    readers = {
        "visitor": None, "member": member_of(OrganisationFactory()), "focal point": member_of(owner, focal_point=True),
        "editor": editor(),
    }  # fmt: skip
    counted = {}
    for number in (FEW, MANY):
        record = make_full(kind, number, surroundings.page)
        surroundings.around(record, kind, number)
        decide(record, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, owner=owner)
        identity = RecordIdentity.objects.get(pk=record.key)
        Question.objects.bulk_create(Question(identity=identity) for _ in range(number))
        for who, user in readers.items():
            counted[who, number] = queries_of(_client(user), path_of(record))

    assert {who: counted[who, MANY] for who in readers if counted[who, MANY] > MOST} == {}
    assert {who: counted[who, FEW] for who in readers} == {who: counted[who, MANY] for who in readers}


def _client(user):
    client = Client()
    if user is not None:
        client.force_login(user)
    return client
