"""An entry that an organisation owns, written by somebody else, open to everyone, with details for members."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import log
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

WHAT = {"what_happened": "Its table was in a mailing list."}


@pytest.fixture
def owner():
    return OrganisationFactory(name_en="Owner of data")


@pytest.fixture
def focal(owner):
    return member_of(owner, focal_point=True)


@pytest.fixture
def page(owner):
    page = make_record(title="Roads of the northern quarter", owner=member_of(OrganisationFactory()))
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    log("wish approved", identity=page.identity, listed_to="public", details_to="public")
    return page


@pytest.fixture
def narrow(page, owner):
    """The same entry, its details for its owner's people alone."""
    decide(page, listed_to=Level.MEMBERS, details_to=Level.NAMED, owner=owner)
    log("restricted", identity=page.identity, listed_to="members", details_to="named_organisations")
    return page


@pytest.fixture
def address():
    return lambda page, name="incident": reverse(f"incidents:{name}", args=[page.identity.code])


def identity_of(page):
    return RecordIdentity.objects.get(pk=page.key)


def yesterday():
    return timezone.now() - timedelta(days=1)
