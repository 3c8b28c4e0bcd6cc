"""Each kind from an empty form to a published entry, in each language."""

import pytest

from portal.access.enums import Level
from portal.core.languages import LANGUAGES, under_prefix
from portal.records.registry import kinds
from portal.records.submissions import approve
from portal.taxonomy.models import Sector
from tests.desk.contribute.filling import fill_in
from tests.factories.events import make_event
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db
KINDS = [kind for kind in kinds() if kind.short]


@pytest.fixture
def organisation():
    made = OrganisationFactory(mailbox="im@example.org")
    made.sectors.set(Sector.objects.order_by("pk")[:1])
    return made


@pytest.fixture
def writing(client, organisation):
    client.force_login(member_of(organisation))
    return client


def made(kind):
    return kind.model.objects.get()


def test_every_kind_of_page_has_a_short_form():
    assert {kind.key for kind in kinds() if kind.is_page} == {kind.key for kind in KINDS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_from_empty_to_published(kind, language, writing, client, organisation):
    prefix = under_prefix("/", language).rstrip("/")
    if kind.key == "output":
        make_event()

    overview = fill_in(writing, kind.key, prefix)
    sent = writing.post(overview, {"send": "yes"})

    page = made(kind)
    assert sent.status_code == 302
    assert page.workflow_in_progress
    assert (page.locale.language_code, page.live) == (language, False)
    assert page.identity.custodian == organisation
    approve(page=page, by=editor())
    page = made(kind)
    assert page.live
    assert page.focal_mailbox == "im@example.org"
    assert page.review_due_on is not None
    assert list(page.sectors.all()) == list(organisation.sectors.all())
    assert page.identity.listed_to == Level.PUBLIC
    client.logout()
    assert client.get(page.get_url()).status_code == 200
