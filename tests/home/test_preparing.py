"""A database that an older version prepared is brought up to this one, what can be found included."""

from io import StringIO

import pytest
from django.core.management import call_command

from portal.core.models import Preparation
from portal.search.comparison import differences
from portal.search.models import FacetValue, RecordDocument
from tests.factories.records import make_record
from tests.first_content import first_content

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def content(django_db_setup, django_db_blocker):
    """Loaded before: preparing again loads nothing twice."""
    with first_content(django_db_blocker):
        yield


def test_what_an_older_version_wrote_is_written_anew():
    page, said = make_record(), StringIO()
    Preparation.objects.create(fingerprint="of an older version")
    RecordDocument.objects.filter(code=page.identity.code).update(is_demo=True)
    FacetValue.objects.update(record=None)

    call_command("prepare_portal", verbosity=0, stderr=said)

    assert "Everything that can be found was written anew." in said.getvalue()
    assert list(differences()) == []
