from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from portal.access.models import RecordIdentity
from portal.search.comparison import differences, mend
from portal.search.models import FacetCount, FacetValue, RecordAudience, RecordDocument, RecordFacet, SearchText
from tests.factories.people import OrganisationFactory
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_record(title="Wells")


def test_nothing_differs(page):
    out = StringIO()

    call_command("check_search", stdout=out)

    assert out.getvalue() == "Records and search agree.\n"


def test_each_kind_of_difference_is_said(page):
    code = page.identity.code
    document = RecordDocument.objects.get()

    RecordIdentity.objects.update(version=9)
    assert list(differences()) == [f"{code}: differs in version, content"]
    RecordIdentity.objects.update(version=document.version, listed_to="members", details_to="members")
    assert list(differences()) == [f"{code}: differs in who may know of it, who may read it, content, views"]
    RecordIdentity.objects.update(listed_to="public", details_to="public")
    RecordFacet.objects.first().delete()
    RecordAudience.objects.create(document=document, zone=0, key="org:1")
    assert f"{code}: differs in audience, facets" in list(differences())


def test_what_a_newer_version_keeps_of_each_record_is_looked_at(page):
    code = page.identity.code
    organisation = OrganisationFactory()
    decide(page, listed_to="public", owner=organisation)
    assert list(differences()) == []

    RecordDocument.objects.filter(code=code).update(is_demo=True)
    assert list(differences()) == [f"{code}: differs in whether it is fictional"]
    RecordDocument.objects.update(is_demo=False)
    FacetValue.objects.exclude(record=None).update(record=None)
    assert f"{code}: differs in facets" in list(differences())

    assert (mend(), list(differences()), mend()) == (True, [], False)


def test_records_that_are_too_much_or_missing(page):
    code = page.identity.code
    type(page).objects.update(live=False)
    assert f"{code}: can be found, but is not published" in list(differences())

    type(page).objects.update(live=True)
    RecordDocument.objects.all().delete()
    assert f"{code}: is published, but cannot be found" in list(differences())


def test_counts_and_words_that_differ(page):
    FacetCount.objects.update(documents=7)
    if connection.vendor == "sqlite":
        SearchText.objects.filter(view="public").update(title="something else")

    found = list(differences())

    assert "The kept counts of facet values differ from the records." in found
    if connection.vendor == "sqlite":
        assert "The full-text index of the view public differs from its texts." in found


def test_the_command_exits_with_one_and_the_rebuild_mends(page, capsys):
    decide(page, listed_to="members")
    RecordDocument.objects.update(listed_rank=0)
    out, err = StringIO(), StringIO()

    with pytest.raises(SystemExit) as exit_:
        call_command("check_search", stdout=out, stderr=err)
    assert (exit_.value.code, "2 differences" in err.getvalue()) == (1, True)

    call_command("rebuild_search", stdout=out, verbosity=0)
    call_command("check_search", stdout=out)
    assert out.getvalue().endswith("1 records can be found.\nRecords and search agree.\n")
